package org.shouxin.records.disclosure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service as the read path sees it: only the fields it reads. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ConsentApi {

  @POST
  @Path("/permission/decisions")
  Decision decide(
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("Shouxin-Service-Token") @Nullable String serviceToken,
      Question question);

  @POST
  @Path("/consent-records/subjects")
  Subjects subjects(@HeaderParam("Authorization") String authorization, SubjectsQuestion question);

  @GET
  @Path("/guardianships/wards")
  List<Ward> wards(@HeaderParam("Authorization") String authorization);

  /** A child for whom the calling customer decides as guardian. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ward(String customerId) {}

  /** May the caller process these people's fields for this purpose now? */
  record Question(String purpose, List<Person> people, List<String> fields) {}

  /**
   * What records-service knows about a person that the rules ask for.
   *
   * @param approved a second person approved this access; left out where no approval is involved
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(
      String id,
      boolean minor,
      boolean restricted,
      boolean held,
      boolean assigned,
      boolean contract,
      @Nullable Boolean approved) {

    /** The same person; with an approval if there is one. */
    Person approvedIf(boolean isApproved) {
      return isApproved ? new Person(id, minor, restricted, held, assigned, contract, true) : this;
    }
  }

  /**
   * One decision for the whole batch; people in the order asked.
   *
   * @param evenRestricted the purpose goes on for data that are only stored (PIPL 47)
   * @param callerRefusal why the caller is refused whoever is asked about
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Decision(
      String id,
      String purpose,
      String ruleVersion,
      @Nullable Boolean evenRestricted,
      @Nullable ProblemCode callerRefusal,
      List<Answer> people) {

    /** Unless it is said, nothing goes on for data that are only stored. */
    boolean goesOnRestricted() {
      return Boolean.TRUE.equals(evenRestricted);
    }
  }

  /** The decision about one person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      String id,
      boolean permitted,
      @Nullable String rule,
      @Nullable String legalBasis,
      @Nullable String consentRecordId,
      @Nullable List<String> fields,
      @Nullable Reasons reasons,
      @Nullable String reasonCode) {

    /** Refused because the person's data are only stored. */
    boolean saysRestricted() {
      return "RESTRICTED".equals(reasonCode);
    }
  }

  /** The reason in words, for the customer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reasons(@Nullable String zh, @Nullable String en) {}

  /** Who consented to the calling partner for a purpose; by customer id, after {@code after}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SubjectsQuestion(String purpose, @Nullable String after, int first) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Subjects(List<String> customerIds, boolean hasNextPage) {}
}
