package org.shouxin.gateway.people;

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

/** The ban register and partners' agents (R-AC-06, R-AC-07). */
@GraphQLApi
@ApplicationScoped
public class BanApi {
  private final BanEndpoint ban;
  private final Neighbours neighbours;

  @Inject
  BanApi(@RestClient BanEndpoint ban, Neighbours neighbours) {
    this.ban = ban;
    this.neighbours = neighbours;
  }

  @Query("bans")
  @Description("The ban register, newest first.")
  public @NonNull List<@NonNull Ban> bans() {
    return neighbours.ask(() -> ban.bans());
  }

  @Query("partnerAgents")
  @Description("Agents of partners: a partner's own, all for compliance.")
  public @NonNull List<@NonNull PartnerAgent> partnerAgents() {
    return neighbours.ask(() -> ban.partnerAgents());
  }

  @Mutation("proposeBan")
  @Description("Proposes an entry; it bans once a second officer approved.")
  public @NonNull Ban proposeBan(@NonNull @Name("input") BanInput input) {
    return neighbours.ask(() -> ban.proposeBan(input));
  }

  @Mutation("approveBan")
  @Description("Lists the person: hiring is refused and every access closed at once.")
  public @NonNull Ban approveBan(@NonNull @Id @Name("banId") String banId) {
    return neighbours.ask(() -> ban.approveBan(banId));
  }

  @Mutation("appealBan")
  @Description("Files the person's appeal.")
  public @NonNull Ban appealBan(
      @NonNull @Id @Name("banId") String banId, @NonNull @Name("evidence") String evidence) {
    return neighbours.ask(() -> ban.appealBan(banId, new BanEndpoint.Evidence(evidence)));
  }

  @Mutation("decideBanAppeal")
  @Description("Decides an appeal; upheld ends the entry, its history stays.")
  public @NonNull Ban decideBanAppeal(
      @NonNull @Id @Name("banId") String banId, @NonNull @Name("upheld") Boolean upheld) {
    return neighbours.ask(() -> ban.decideBanAppeal(banId, new BanEndpoint.AppealDecision(upheld)));
  }

  @Mutation("referBanToPolice")
  @Description("Records under which number the police took a listed person's case.")
  public @NonNull Ban referBanToPolice(
      @NonNull @Id @Name("banId") String banId, @NonNull @Name("reference") String reference) {
    return neighbours.ask(() -> ban.referBan(banId, new BanEndpoint.Reference(reference)));
  }

  @Mutation("declarePartnerAgent")
  @Description("Declares or renews an agent of a partner (BANNED_PERSON).")
  public @NonNull PartnerAgent declarePartnerAgent(
      @NonNull @Id @Name("agentNo") String agentNo,
      @NonNull @Name("input") PartnerAgentInput input) {
    return neighbours.ask(() -> ban.declarePartnerAgent(agentNo, input));
  }
}
