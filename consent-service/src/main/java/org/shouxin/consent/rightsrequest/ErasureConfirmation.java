package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Has audit-service execute what it prepared; once more answers the same. */
@ApplicationScoped
class ErasureConfirmation {
  /** Why the request is answered. */
  static final String ANSWERED = "ERASURE_DECIDED";

  private final Database database;
  private final ErasureRows rows;
  private final ErasureConfirmationApi audit;
  private final JsonWebToken token;

  ErasureConfirmation(
      Database database,
      ErasureRows rows,
      @RestClient ErasureConfirmationApi audit,
      JsonWebToken token) {
    this.database = database;
    this.rows = rows;
    this.audit = audit;
    this.token = token;
  }

  /**
   * Confirms with the officer's own token.
   *
   * @throws ProblemException what audit-service refuses with; after {@code ERASURE_OUTDATED} the
   *     new answer is fetched; {@code SERVICE_UNAVAILABLE}
   */
  List<ErasureAnswer> confirm(Actor officer, RequestRows.Received received) {
    try {
      return audit.confirm("Bearer " + token.getRawToken(), received.id()).records();
    } catch (ProblemException refused) {
      if (refused.code() == ProblemCode.ERASURE_OUTDATED) {
        askAnew(officer, received);
      }
      throw refused;
    } catch (ProcessingException | WebApplicationException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    }
  }

  private void askAnew(Actor officer, RequestRows.Received received) {
    ErasureRows.Waiting waiting =
        new ErasureRows.Waiting(officer.controller(), received.id(), received.customerId());
    database.write(
        officer.controller(),
        handle -> {
          rows.ask(handle, waiting);
          return waiting;
        });
  }
}
