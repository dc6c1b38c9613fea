package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice as it was published, in all its languages. */
public record PublishedNotice(
    @NonNull @Id String id,
    int version,
    @NonNull String audience,
    @NonNull String effectiveFrom,
    @Description("False when the same text was in force already.") boolean created,
    @NonNull List<@NonNull NoticeDigest> digests,
    @NonNull @Description("Items of DR-11 that the version before told differently.")
        List<@NonNull String> changedItems) {

  /** SHA-256 of one language's body, hex. */
  public record NoticeDigest(@NonNull String language, @NonNull String sha256) {}
}
