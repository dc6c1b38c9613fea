package org.shouxin.gateway.whistle;

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
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** Whistle-blowing for staff (R-AU-05). Codes are arguments of mutations: they stand in no URL. */
@GraphQLApi
@ApplicationScoped
public class WhistleApi {
  private final WhistleEndpoint whistle;
  private final Neighbours neighbours;

  @Inject
  WhistleApi(@RestClient WhistleEndpoint whistle, Neighbours neighbours) {
    this.whistle = whistle;
    this.neighbours = neighbours;
  }

  @Mutation("blowWhistle")
  @Description(
      "Files a report sealed to two handlers; answers the status code, once. Named: only both"
          + " together learn who reported, and her rights are watched for 12 months.")
  public @NonNull String blowWhistle(
      @NonNull @Name("text") String text, @NonNull @Name("named") Boolean named) {
    return neighbours.ask(() -> whistle.file(new WhistleEndpoint.Report(text, named))).statusCode();
  }

  @Mutation("whistleStatus")
  @Description(
      "Where a report stands and what its handlers wrote, by its code; a text goes to them.")
  public @NonNull WhistleStatus whistleStatus(
      @NonNull @Name("statusCode") String statusCode, @Name("text") @Nullable String text) {
    return neighbours.ask(() -> whistle.status(new WhistleEndpoint.Asked(statusCode, text)));
  }

  @Query("whistleReports")
  @Description("The reports of this handler, sealed to her; empty for everybody else.")
  public @NonNull List<@NonNull WhistleReport> whistleReports() {
    return neighbours.ask(whistle::list);
  }

  @Mutation("answerWhistle")
  @Description("A handler answers the reporter; state IN_REVIEW or CLOSED.")
  public @NonNull @Id String answerWhistle(
      @NonNull @Id @Name("reportId") String reportId,
      @NonNull @Name("state") String state,
      @Name("text") @Nullable String text) {
    return neighbours.ask(() -> {
      whistle.reply(reportId, new WhistleEndpoint.Reply(text, state));
      return reportId;
    });
  }

  @Mutation("registerWhistleHandler")
  @Description(
      "Offers the caller as a handler with her own public key (Tink keyset, HPKE); two others"
          + " approve.")
  public @NonNull String registerWhistleHandler(
      @NonNull @Name("employeeNo") String employeeNo,
      @NonNull @Name("publicKey") String publicKey) {
    return neighbours.ask(() -> {
      whistle.register(new WhistleEndpoint.NewHandler(employeeNo, publicKey));
      return employeeNo;
    });
  }

  @Mutation("approveWhistleHandler")
  @Description("Approves a handler's key by the SHA-256 that she told; the second approval counts.")
  public @NonNull String approveWhistleHandler(
      @NonNull @Name("employeeNo") String employeeNo,
      @NonNull @Name("keyDigest") String keyDigest) {
    return neighbours.ask(() -> {
      whistle.approve(employeeNo, new WhistleEndpoint.KeyNamed(keyDigest));
      return employeeNo;
    });
  }
}
