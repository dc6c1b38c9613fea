package org.shouxin.records.disclosure.unmask;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.time.BusinessTime;

/** A grant on the wire; {@code value} only to the one who asked, only while it is open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnmaskView(
    String id, String state, @Nullable OffsetDateTime expiresAt, @Nullable String value) {

  static UnmaskView of(UnmaskGrant grant, Instant now, @Nullable String value) {
    Instant end = grant.expiresAt();
    return new UnmaskView(
        grant.id().toString(),
        grant.state(now).name(),
        end == null ? null : end.atZone(BusinessTime.ZONE).toOffsetDateTime(),
        value);
  }

  @Override
  public String toString() {
    return "UnmaskView[" + id + ", " + state + "]";
  }
}
