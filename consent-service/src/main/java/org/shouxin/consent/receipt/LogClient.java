package org.shouxin.consent.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Asks audit-service for proofs; a receipt never fails because the log is away. */
@ApplicationScoped
class LogClient {
  private static final Logger LOG = Logger.getLogger(LogClient.class);

  private final LogApi log;
  private final JsonWebToken token;

  LogClient(@RestClient LogApi log, JsonWebToken token) {
    this.log = log;
    this.token = token;
  }

  LogAnswer ask(UUID eventId) {
    try {
      LogApi.Inclusion found = log.inclusion("Bearer " + token.getRawToken(), eventId);
      if (!found.eventId().equals(eventId)) {
        throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, "proof of another event");
      }
      return new LogAnswer.Integrated(
          LogProof.of(found.leaf(), found.logIndex(), found.hashes(), found.checkpoint()));
    } catch (ProblemException refused) {
      if (refused.code() == ProblemCode.EVENT_NOT_FOUND) {
        return new LogAnswer.Pending();
      }
      return away(refused);
    } catch (ProcessingException | WebApplicationException unreachable) {
      return away(unreachable);
    }
  }

  private static LogAnswer away(RuntimeException reason) {
    LOG.warnf("a receipt goes out without the log's proof: %s", reason.getClass().getSimpleName());
    return new LogAnswer.Unavailable();
  }
}
