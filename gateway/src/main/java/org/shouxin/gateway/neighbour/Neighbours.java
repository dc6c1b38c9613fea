package org.shouxin.gateway.neighbour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Makes a call to a service: a refused connection is tried once more, since nothing was sent;
 * whatever else goes wrong on the way is {@code SERVICE_UNAVAILABLE}. A request that may have
 * arrived is never repeated: it could give consent or leave an audit event twice.
 */
@ApplicationScoped
public class Neighbours {
  private static final Logger LOG = Logger.getLogger(Neighbours.class);

  /**
   * The answer of {@code call}.
   *
   * @throws ProblemException the service's own problem, or {@code SERVICE_UNAVAILABLE}
   */
  public <T> T ask(Supplier<T> call) {
    try {
      return attempt(call);
    } catch (NotReached notReached) {
      return again(call);
    }
  }

  /** As {@link #ask}, where the codes {@code notFound} are an answer: null. */
  public <T> @Nullable T find(Supplier<T> call, Set<ProblemCode> notFound) {
    try {
      return ask(call);
    } catch (ProblemException problem) {
      if (notFound.contains(problem.code())) {
        return null;
      }
      throw problem;
    }
  }

  private static <T> T again(Supplier<T> call) {
    try {
      return attempt(call);
    } catch (NotReached notReached) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, notReached);
    }
  }

  private static <T> T attempt(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProcessingException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        switch (cause) {
          case ProblemException problem -> throw problem;
          case JsonProcessingException unreadable -> throw notUnderstood(unreadable);
          case ConnectException refused -> throw new NotReached(refused);
          case IOException broken -> throw unavailable(broken);
          case TimeoutException late -> throw unavailable(late);
          case VertxException closed -> throw unavailable(closed);
          default -> {}
        }
      }
      throw failure;
    }
  }

  /** The parser's message quotes values, which may be personal: only the place is logged. */
  private static ProblemException notUnderstood(JsonProcessingException unreadable) {
    LOG.errorf(
        "an answer of a service cannot be read: %s",
        unreadable instanceof JsonMappingException mapping
            ? mapping.getPathReference()
            : unreadable.getClass().getSimpleName());
    return new ProblemException(ProblemCode.SERVICE_UNAVAILABLE);
  }

  private static ProblemException unavailable(Exception cause) {
    return new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, cause);
  }

  private static final class NotReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReached(ConnectException cause) {
      super(cause);
    }
  }
}
