package org.shouxin.gateway.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
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

/** Destructions from the proposal to the certificate, by four different people. */
@GraphQLApi
@ApplicationScoped
public class DestructionApi {
  private final DestructionEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  DestructionApi(@RestClient DestructionEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("destructionPlans")
  @Description("Destruction plans, newest first, 50 a page; after is the id of the last one seen.")
  public @NonNull List<@NonNull DestructionPlan> destructionPlans(
      @Id @Name("after") @Nullable String after) {
    return neighbours.ask(() -> audit.list(after));
  }

  @Query("destructionPlan")
  @Description("One plan with its course, its counts and what remains.")
  public @NonNull DestructionPlan destructionPlan(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> audit.get(id));
  }

  @Query("destructionItems")
  @Description("The list of a plan, 500 a page; after is the id of the last one seen.")
  public @NonNull List<@NonNull DestructionItem> destructionItems(
      @NonNull @Id @Name("planId") String planId, @Id @Name("after") @Nullable String after) {
    return neighbours.ask(() -> audit.items(planId, after));
  }

  @Query("destructionCertificate")
  @Description("The signed certificate with the log's proof of its digest.")
  public @NonNull DestructionCertificate destructionCertificate(
      @NonNull @Id @Name("planId") String planId) {
    return neighbours.ask(() -> audit.certificate(planId));
  }

  @Query("destructionCertificateDocument")
  @Description("The certificate as a person reads it: a PDF in zh-CN or en, base64.")
  public @NonNull String destructionCertificateDocument(
      @NonNull @Id @Name("planId") String planId, @NonNull @Name("language") String language) {
    return Base64.getEncoder()
        .encodeToString(neighbours.ask(() -> audit.document(planId, language)));
  }

  @Mutation("proposeDestruction")
  @Description("Proposes to destroy a list; what a hold or the law keeps is refused.")
  public @NonNull DestructionPlan proposeDestruction(
      @NonNull @Name("input") ProposeDestructionInput input) {
    return neighbours.ask(() ->
        audit.propose(
            new DestructionEndpoint.Proposal(
                input.cause(), input.items().stream().map(DestructionEndpoint.Line::of).toList())));
  }

  @Mutation("changeDestruction")
  @Description("Takes items out of the list; an approval is void by that.")
  public @NonNull DestructionPlan changeDestruction(
      @NonNull @Id @Name("planId") String planId,
      @NonNull @Name("withdrawnItems") List<@NonNull String> withdrawnItems) {
    return step(planId, "change", Map.of("withdrawnItems", withdrawnItems));
  }

  @Mutation("approveDestruction")
  @Description("Approves exactly the list with this digest; never by its proposer.")
  public @NonNull DestructionPlan approveDestruction(
      @NonNull @Id @Name("planId") String planId,
      @NonNull @Name("scopeDigest") String scopeDigest) {
    return step(planId, "approval", Map.of("scopeDigest", scopeDigest));
  }

  @Mutation("executeDestruction")
  @Description("Starts or resumes the execution in the presence of a witness (employee number).")
  public @NonNull DestructionPlan executeDestruction(
      @NonNull @Id @Name("planId") String planId, @Name("witness") @Nullable String witness) {
    return step(planId, "execution", witness == null ? Map.of() : Map.of("witness", witness));
  }

  @Mutation("mediumDestroyed")
  @Description("The executor says that a medium was overwritten or physically destroyed.")
  public @NonNull DestructionPlan mediumDestroyed(
      @NonNull @Id @Name("planId") String planId, @NonNull @Id @Name("itemId") String itemId) {
    return neighbours.ask(() -> audit.medium(planId, itemId));
  }

  @Mutation("witnessDestruction")
  @Description("The witness who was present confirms that the list with this digest was destroyed.")
  public @NonNull DestructionPlan witnessDestruction(
      @NonNull @Id @Name("planId") String planId,
      @NonNull @Name("scopeDigest") String scopeDigest) {
    return step(planId, "witnessing", Map.of("scopeDigest", scopeDigest));
  }

  @Mutation("reportWitnessAbsent")
  @Description(
      "The named witness cannot confirm any more: LEFT or UNABLE. Nobody takes her place, and she"
          + " has some days to confirm after all.")
  public @NonNull DestructionPlan reportWitnessAbsent(
      @NonNull @Id @Name("planId") String planId, @NonNull @Name("reason") String reason) {
    return step(planId, "witness-absence", Map.of("reason", reason));
  }

  @Mutation("confirmDestructionFromLog")
  @Description(
      "A fifth person, who was not present, finds the whole list in the audit log; the certificate"
          + " says that nobody witnessed.")
  public @NonNull DestructionPlan confirmDestructionFromLog(
      @NonNull @Id @Name("planId") String planId,
      @NonNull @Name("scopeDigest") String scopeDigest) {
    return step(planId, "log-confirmation", Map.of("scopeDigest", scopeDigest));
  }

  @Mutation("voidDestruction")
  @Description("Gives a plan up of which nothing is destroyed.")
  public @NonNull DestructionPlan voidDestruction(@NonNull @Id @Name("planId") String planId) {
    return step(planId, "void", Map.of());
  }

  @Mutation("makeDestructionCode")
  @Description("A code by which a person asks what was destroyed of her; shown this once.")
  public @NonNull String makeDestructionCode(
      @NonNull @Id @Name("planId") String planId,
      @NonNull @Id @Name("customerId") String customerId) {
    return neighbours.ask(() -> audit.code(planId, Map.of("customerId", customerId))).code();
  }

  private DestructionPlan step(String planId, String step, Map<String, Object> body) {
    return neighbours.ask(() -> audit.step(planId, step, body));
  }
}
