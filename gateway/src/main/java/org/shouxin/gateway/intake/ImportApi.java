package org.shouxin.gateway.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/**
 * Imports of books of business: the file comes in by its door ({@link BookDoor}), its progress is
 * asked here.
 */
@GraphQLApi
@ApplicationScoped
public class ImportApi {
  private final ImportEndpoint records;
  private final Neighbours neighbours;

  @Inject
  ImportApi(@RestClient ImportEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Query("bookImport")
  @Description(
      "How far an import is, and where its defect report is. It begins with POST /files/imports.")
  public @NonNull BookImport bookImport(@NonNull @Id @Name("importId") String importId) {
    return neighbours.ask(() -> records.progress(importId)).shown();
  }
}
