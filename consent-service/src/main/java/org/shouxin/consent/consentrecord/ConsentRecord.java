package org.shouxin.consent.consentrecord;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * What one person decided about one purpose and recipient, on which notice and which text.
 *
 * @param recipientId null where the purpose names no recipient
 * @param terms versions of purpose and recipient terms that the person saw
 * @param sequence number of decisions in this record so far
 * @param lastHash hash of the last decision, chained (law.md B9 prev_event_hash); base64url
 */
public record ConsentRecord(
    UUID id,
    ControllerId controller,
    CustomerId customer,
    String purpose,
    Set<Category> categories,
    @Nullable String recipientId,
    Terms terms,
    UUID noticeId,
    int noticeVersion,
    Language language,
    String uiTextSha256,
    boolean separate,
    ConsentState state,
    int sequence,
    @Nullable String lastHash) {

  public ConsentRecord {
    categories = Set.copyOf(categories);
  }

  /** The same record in another state. */
  ConsentRecord inState(ConsentState next) {
    return new ConsentRecord(
        id,
        controller,
        customer,
        purpose,
        categories,
        recipientId,
        terms,
        noticeId,
        noticeVersion,
        language,
        uiTextSha256,
        separate,
        next,
        sequence,
        lastHash);
  }

  /** Versions of what was agreed to; a consent to earlier terms is stale (PIPL 14). */
  public record Terms(int purpose, int recipient) {}
}
