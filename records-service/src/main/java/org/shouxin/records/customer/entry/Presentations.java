package org.shouxin.records.customer.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Asks consent-service, with the caller's own token, who was told of the processing (PIPL 17). */
@ApplicationScoped
class Presentations {
  private final PresentationsApi api;
  private final JsonWebToken token;

  Presentations(@RestClient PresentationsApi api, JsonWebToken token) {
    this.api = api;
    this.token = token;
  }

  /**
   * Whether the notice in force was shown: to a child's guardian, to everybody else herself.
   *
   * @throws ProblemException SERVICE_UNAVAILABLE when consent-service cannot be asked
   */
  boolean wasInformed(CustomerId person, boolean child) {
    List<String> audiences = child ? List.of("GUARDIAN") : List.of("APPLICANT", "INSURED");
    try {
      return api.check(
              "Bearer " + token.getRawToken(),
              new PresentationsApi.Check(person.toString(), audiences))
          .presented();
    } catch (ProcessingException | WebApplicationException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    }
  }
}
