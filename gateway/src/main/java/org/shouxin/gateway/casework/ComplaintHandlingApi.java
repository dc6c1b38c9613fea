package org.shouxin.gateway.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.gateway.portal.ComplaintCase;
import org.shouxin.gateway.records.CaseTexts;

/** Handling complaints from assignment to closing (R-CP-01); nobody handles their own matter. */
@GraphQLApi
@ApplicationScoped
public class ComplaintHandlingApi {
  private final CaseworkEndpoint consent;
  private final CaseTexts texts;
  private final Neighbours neighbours;

  @Inject
  ComplaintHandlingApi(
      @RestClient CaseworkEndpoint consent, CaseTexts texts, Neighbours neighbours) {
    this.consent = consent;
    this.texts = texts;
    this.neighbours = neighbours;
  }

  @Query("complaintCase")
  @Description("A complaint with its clocks, escalations and open promises.")
  public @NonNull ComplaintCase complaintCase(@NonNull @Id @Name("complaintId") String id) {
    return neighbours.ask(() -> consent.complaint(id));
  }

  @Mutation("assignComplaint")
  @Description(
      "Gives it to a handler whom it is not about (COMPLAINT_SELF_HANDLING); passed on once.")
  public @NonNull ComplaintCase assignComplaint(
      @NonNull @Name("input") AssignComplaintInput input) {
    return neighbours.ask(() ->
        consent.assign(
            input.complaintId(),
            new CaseworkEndpoint.Assignment(
                input.employeeNo(),
                input.concerned(),
                input.stakes() == null ? null : input.stakes().asked())));
  }

  @Mutation("respondToComplaint")
  @Description("The handler's first substantive answer; it stops the 72 hours (K-01).")
  public @NonNull ComplaintCase respondToComplaint(
      @NonNull @Id @Name("complaintId") String id, @NonNull @Name("text") String text) {
    CaseworkEndpoint.Text sealed = seal(id, "RESPONDED", text);
    return neighbours.ask(() -> consent.respond(id, sealed));
  }

  @Mutation("startComplaintPlan")
  @Description("Starts the plan of a major complaint: MEDIATION or LITIGATION; by its handler.")
  public @NonNull ComplaintCase startComplaintPlan(
      @NonNull @Id @Name("complaintId") String id, @NonNull @Name("route") String route) {
    return neighbours.ask(() -> consent.startPlan(id, new CaseworkEndpoint.Plan(route)));
  }

  @Mutation("decideComplaint")
  @Description(
      "The handler's decision, told to the customer; it stops K-02. A major one needs its plan.")
  public @NonNull ComplaintCase decideComplaint(
      @NonNull @Id @Name("complaintId") String id, @NonNull @Name("text") String text) {
    CaseworkEndpoint.Text sealed = seal(id, "DECIDED", text);
    return neighbours.ask(() -> consent.decide(id, sealed));
  }

  @Mutation("extendComplaint")
  @Description(
      "The handler extends the decision's time (K-02) with a reason told to the customer: once at"
          + " once, once more when a senior approves; CONFLICT for more, or when the time is over.")
  public @NonNull ComplaintCase extendComplaint(
      @NonNull @Id @Name("complaintId") String id, @NonNull @Name("text") String text) {
    CaseworkEndpoint.Text sealed = seal(id, "EXTENDED", text);
    return neighbours.ask(() -> consent.extend(id, sealed));
  }

  @Mutation("approveComplaintExtension")
  @Description("A supervisor who does not handle it approves the extension that waits.")
  public @NonNull ComplaintCase approveComplaintExtension(
      @NonNull @Id @Name("complaintId") String id) {
    return neighbours.ask(() -> consent.approveExtension(id, CaseworkEndpoint.NOTHING));
  }

  @Mutation("promiseInComplaint")
  @Description("Notes a promise to the customer with its day; open ones keep the case open.")
  public @NonNull ComplaintCase promiseInComplaint(
      @NonNull @Id @Name("complaintId") String id, @NonNull @Name("dueOn") String dueOn) {
    return neighbours.ask(() -> consent.promise(id, new CaseworkEndpoint.Promise(dueOn)));
  }

  @Mutation("keepComplaintPromise")
  @Description("Notes that a promise was kept.")
  public @NonNull ComplaintCase keepComplaintPromise(
      @NonNull @Id @Name("complaintId") String id,
      @NonNull @Id @Name("promiseId") String promiseId) {
    return neighbours.ask(() -> consent.keep(id, promiseId, CaseworkEndpoint.NOTHING));
  }

  @Mutation("closeComplaint")
  @Description("Closes a decided complaint; CONFLICT while a promise is open.")
  public @NonNull ComplaintCase closeComplaint(@NonNull @Id @Name("complaintId") String id) {
    return neighbours.ask(() -> consent.close(id, CaseworkEndpoint.NOTHING));
  }

  /** Seals a text once the step is known to be allowed: no text is left over by a refusal. */
  private CaseworkEndpoint.Text seal(String id, String kind, String text) {
    String customer = neighbours.ask(() -> consent.complaint(id)).customerId();
    neighbours.ask(() -> {
      consent.checkComplaint(id, new CaseworkEndpoint.Meant(kind, null));
      return id;
    });
    return new CaseworkEndpoint.Text(texts.seal(customer, null, text));
  }
}
