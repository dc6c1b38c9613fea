package org.shouxin.records.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;

/**
 * An export on the wire; how many people, not who.
 *
 * @param receiverKeySha256 SHA-256 of the receiver's public keyset as given, base64url: an approval
 *     names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportView(
    String id,
    String state,
    String requestedBy,
    String receiver,
    String receiverKeySha256,
    String purpose,
    String reference,
    String format,
    int people,
    OffsetDateTime requestedAt,
    OffsetDateTime decideBy,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime fetchBy,
    @Nullable OffsetDateTime producedAt) {

  static ExportView of(Export export, Instant now) {
    return new ExportView(
        export.id().toString(),
        export.state(now).word(),
        export.requestedBy(),
        export.receiver(),
        ReceiverKey.digest(export.receiverKey()),
        export.purpose(),
        export.reference(),
        export.format(),
        export.people().size(),
        shanghai(export.requestedAt()),
        shanghai(export.decideBy()),
        export.decidedBy(),
        orNull(export.fetchBy()),
        orNull(export.producedAt()));
  }

  private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
    return at == null ? null : shanghai(at);
  }

  static OffsetDateTime shanghai(Instant at) {
    return at.atZone(BusinessTime.ZONE).toOffsetDateTime();
  }
}
