package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What the mark of a leaked sheet says. */
public record WatermarkFinding(
    @NonNull Integer comparedWith, @NonNull List<@NonNull Exporter> exporters) {

  /** An export that the sheet comes from; strongest first. */
  public record Exporter(
      @NonNull @Id String exportId,
      @NonNull String exportedBy,
      @NonNull String receiver,
      @NonNull String producedAt,
      @NonNull Integer votes,
      @NonNull Integer matches,
      @NonNull Integer decoys,
      @NonNull Double log10OfChance) {}
}
