package org.shouxin.gateway.retention;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A record that is kept of a person, until when, and why. */
public record KeptRecord(
    @NonNull @Description("records, consent or audit.") String store,
    @NonNull @Id @Description("Empty for the person's identity file.") String recordRef,
    @NonNull String kind,
    @NonNull @Description("RT-01 to RT-21.") String retentionClass,
    @Nullable @Description("Day that starts the period, planned or past.") String startsOn,
    @Nullable @Description("Last day, inclusive; null while the period has not begun.")
        String dueOn,
    @NonNull @Description("KEPT, RESTRICTED, PLANNED.") String state,
    @Nullable @Description("For staff only.") Boolean held,
    @NonNull String kindZh,
    @NonNull String kindEn,
    @NonNull String articleZh,
    @NonNull String articleEn,
    @NonNull @Description("How its due day moved when the law or the facts changed, oldest first.")
        List<@NonNull DueDayChange> changes) {

  /** A neighbour of the release before tells of no changes. */
  public KeptRecord {
    changes = changes == null ? List.of() : List.copyOf(changes);
  }
}
