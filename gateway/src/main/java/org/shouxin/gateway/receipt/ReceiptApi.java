package org.shouxin.gateway.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** Receipts of decisions: to list, to keep, to read. */
@GraphQLApi
@ApplicationScoped
public class ReceiptApi {
  private final ReceiptEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  ReceiptApi(@RestClient ReceiptEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("receipts")
  @Description("Every receipt ever issued to a person, newest first.")
  public @NonNull ReceiptConnection receipts(
      @NonNull @Id @Name("customerId") String customerId,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    var query = new ReceiptEndpoint.Query(customerId, first == null ? 20 : first, after);
    return ReceiptConnection.of(neighbours.ask(() -> consent.query(query)));
  }

  @Query("receipt")
  @Description(
      "The signed receipt (ISO/IEC TS 27560, JSON-LD) as text, with the log's proof once its decision is integrated.")
  public @NonNull String receipt(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> consent.receipt(id));
  }

  @Query("receiptDocument")
  @Description("The receipt as a person reads it: a PDF in zh-CN or en, base64.")
  public @NonNull String receiptDocument(
      @NonNull @Id @Name("id") String id, @NonNull @Name("language") String language) {
    byte[] pdf = neighbours.ask(() -> consent.document(id, language));
    return Base64.getEncoder().encodeToString(pdf);
  }
}
