package org.shouxin.audit.destruction.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.ScopeTree;
import org.shouxin.audit.destruction.recipient.RecipientCount;

/**
 * What one person is told: what of hers was destroyed, and how she checks it.
 *
 * @param number of the destruction and its certificate
 * @param scopeDigest root of the whole list
 * @param recipients who had her data, and whether they confirmed their deletion
 * @param certificate once it is issued
 */
public record Summary(
    UUID number,
    String controllerId,
    String state,
    String cause,
    String scopeDigest,
    List<Destroyed> items,
    List<RecipientCount> recipients,
    @Nullable CertificateView certificate) {

  /**
   * One thing of hers.
   *
   * @param digest leaf hash of the item
   * @param path from the leaf to {@code scopeDigest}
   */
  public record Destroyed(
      String store,
      String retentionClass,
      String method,
      String state,
      @Nullable Instant destroyedAt,
      String digest,
      ScopeTree.ScopePath path) {}
}
