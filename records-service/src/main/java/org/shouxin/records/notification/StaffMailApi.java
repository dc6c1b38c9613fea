package org.shouxin.records.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service's mails to staff about waiting cases; called with this service's own token. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/case-notice-mails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface StaffMailApi {

  @POST
  @Path("/claims")
  List<CaseMail> claim(Claim claim);

  @POST
  @Path("/outcomes")
  void report(Outcomes outcomes);

  /** How many mails are taken on. */
  record Claim(int most) {}

  /** A case that waits, and whom to tell; nothing of the person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record CaseMail(
      String controllerId,
      String noticeId,
      @Nullable String number,
      String code,
      String kind,
      @Nullable Integer hours,
      String audience,
      @Nullable String handler,
      List<String> notTo) {

    /** The role of the staff list that it is for; null when it is for one handler. */
    @Nullable String role() {
      return switch (audience) {
        case "SUPERVISOR" -> "supervisor";
        case "COMPLIANCE_OFFICER" -> "compliance-officer";
        default -> null;
      };
    }
  }

  /** How a try ended. */
  record OutcomeReport(String controllerId, String noticeId, Outcome outcome) {}

  /** Outcomes of a round. */
  record Outcomes(List<OutcomeReport> outcomes) {}
}
