package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Exports for staff, and whose mark a leaked sheet bears (R-RC-15). */
@GraphQLApi
@ApplicationScoped
public class ExportsApi {
  private final ExportEndpoint exports;
  private final Neighbours neighbours;

  @Inject
  ExportsApi(@RestClient ExportEndpoint exports, Neighbours neighbours) {
    this.exports = exports;
    this.neighbours = neighbours;
  }

  @Mutation("requestExport")
  @Description("Asks for an export to one receiver; another person decides within K-22.")
  public @NonNull Export requestExport(@NonNull @Name("input") RequestExportInput input) {
    return neighbours.ask(() -> exports.request(input));
  }

  @Mutation("approveExport")
  @Description(
      "Lets another employee's export be fetched once within 24 hours; names the receiver's key, as"
          + " the receiver told it, by its SHA-256.")
  public @NonNull Export approveExport(
      @NonNull @Id @Name("exportId") String exportId,
      @NonNull @Name("keyDigest") String keyDigest) {
    return neighbours.ask(() -> exports.approve(exportId, new ExportEndpoint.KeyNamed(keyDigest)));
  }

  @Mutation("rejectExport")
  @Description("Rejects another employee's export.")
  public @NonNull Export rejectExport(@NonNull @Id @Name("exportId") String exportId) {
    return neighbours.ask(() -> exports.reject(exportId));
  }

  @Mutation("produceExport")
  @Description("Makes the file of one's own approved export, encrypted to its receiver, once.")
  public @NonNull ExportFile produceExport(@NonNull @Id @Name("exportId") String exportId) {
    return neighbours.ask(() -> exports.file(exportId));
  }

  @Mutation("decodeWatermark")
  @Description("Who exported a leaked sheet (CSV text), and when.")
  public @NonNull WatermarkFinding decodeWatermark(@NonNull @Name("sheet") String sheet) {
    return neighbours.ask(() -> exports.decode(new ExportEndpoint.LeakedSheet(sheet)));
  }

  @Query("exports")
  @Description("The caller's own exports, newest first.")
  public @NonNull List<@NonNull Export> exports() {
    return neighbours.ask(exports::own);
  }

  @Query("exportQueue")
  @Description("Exports that wait for the caller's decision, oldest first.")
  public @NonNull List<@NonNull Export> exportQueue() {
    return neighbours.ask(exports::queue);
  }
}
