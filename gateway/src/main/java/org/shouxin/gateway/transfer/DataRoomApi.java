package org.shouxin.gateway.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** The due-diligence room: the seller opens it, the buyer's named viewers look (R-BT-03). */
@GraphQLApi
@ApplicationScoped
public class DataRoomApi {
  private final TransferEndpoint seller;
  private final DataRoomEndpoint buyer;
  private final Neighbours neighbours;

  @Inject
  DataRoomApi(
      @RestClient TransferEndpoint seller,
      @RestClient DataRoomEndpoint buyer,
      Neighbours neighbours) {
    this.seller = seller;
    this.buyer = buyer;
    this.neighbours = neighbours;
  }

  @Mutation("openDataRoom")
  @Description("Counts the people of the scope once and opens the room to named viewers.")
  public @NonNull DataRoom openDataRoom(@NonNull @Name("input") OpenDataRoomInput input) {
    return neighbours.ask(() ->
        seller.openRoom(
            input.transferId(),
            new TransferEndpoint.Room(input.agreementSha256(), input.endsOn(), input.viewers())));
  }

  @Mutation("writeDataRoomNote")
  @Description("Adds an explanation; refused where it has the pattern of a person's number.")
  public boolean writeDataRoomNote(
      @NonNull @Id @Name("transferId") String transferId, @NonNull @Name("text") String text) {
    return neighbours.ask(() -> {
      seller.note(transferId, Map.of("text", text));
      return true;
    });
  }

  @Query("dataRoomViews")
  @Description("Who was shown what of the room, newest first.")
  public @NonNull List<@NonNull DataRoomView> dataRoomViews(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> seller.views(transferId));
  }

  @Mutation("acceptDataRoomAgreement")
  @Description("Accepts the confidentiality agreement by the digest of its text.")
  public boolean acceptDataRoomAgreement(
      @NonNull @Name("room") DataRoomInput room,
      @NonNull @Name("agreementSha256") String agreementSha256) {
    return neighbours.ask(() -> {
      buyer.accept(
          room.transferId(),
          Map.of("sellerId", room.sellerId(), "agreementSha256", agreementSha256));
      return true;
    });
  }

  @Query("dataRoomTable")
  @Description(
      "How many people, by dimensions; every cell and every difference is 0 or at least k.")
  public @NonNull DataRoomPage dataRoomTable(
      @NonNull @Name("room") DataRoomInput room,
      @NonNull @Name("dimensions") List<@NonNull String> dimensions) {
    DataRoomEndpoint.Shown<DataRoomEndpoint.Table> shown =
        neighbours.ask(() ->
            buyer.table(
                room.transferId(),
                new DataRoomEndpoint.TableQuestion(room.sellerId(), dimensions)));
    return new DataRoomPage(
        shown.content().rows().stream().map(row -> row(row.values(), row.people())).toList(),
        List.of(),
        shown.content().suppressed(),
        shown.watermark());
  }

  @Query("dataRoomSample")
  @Description("Generalised rows: what at least k people have in common.")
  public @NonNull DataRoomPage dataRoomSample(@NonNull @Name("room") DataRoomInput room) {
    DataRoomEndpoint.Shown<List<Map<String, String>>> shown =
        neighbours.ask(() -> buyer.sample(room.transferId(), of(room)));
    return new DataRoomPage(
        shown.content().stream().map(values -> row(values, null)).toList(),
        List.of(),
        null,
        shown.watermark());
  }

  @Query("dataRoomNotes")
  @Description("The seller's explanations.")
  public @NonNull DataRoomPage dataRoomNotes(@NonNull @Name("room") DataRoomInput room) {
    DataRoomEndpoint.Shown<List<String>> shown =
        neighbours.ask(() -> buyer.notes(room.transferId(), of(room)));
    return new DataRoomPage(List.of(), shown.content(), null, shown.watermark());
  }

  private static Map<String, String> of(DataRoomInput room) {
    return Map.of("sellerId", room.sellerId());
  }

  private static DataRoomRow row(Map<String, String> values, @Nullable Integer people) {
    return new DataRoomRow(
        values.entrySet().stream()
            .map(entry -> new DataRoomValue(entry.getKey(), entry.getValue()))
            .toList(),
        people);
  }
}
