package org.shouxin.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.shouxin.platform.identity.Ids;

/**
 * The one place where exceptions become {@code application/problem+json} (style.md 12). Public,
 * since Quarkus generates callers that live in another class loader under test.
 */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException cause) {
    if (cause.code().status() >= 500) {
      LOG.warnf("%s", cause.code());
    }
    return respond(cause);
  }

  @ServerExceptionMapper
  public Response unauthenticated(UnauthorizedException cause) {
    return respond(new ProblemException(ProblemCode.UNAUTHENTICATED));
  }

  @ServerExceptionMapper
  public Response unauthenticated(AuthenticationFailedException cause) {
    return respond(new ProblemException(ProblemCode.UNAUTHENTICATED));
  }

  /** A session that cannot be read or whose token our realm did not sign. */
  @ServerExceptionMapper
  public Response unauthenticated(AuthenticationCompletionException cause) {
    return respond(new ProblemException(ProblemCode.UNAUTHENTICATED));
  }

  /** Who it is cannot be told while the identity provider is away: not known, and not refused. */
  @ServerExceptionMapper
  public Response undecided(OIDCException cause) {
    LOG.warnf("the identity provider is away: %s", cause.getClass().getSimpleName());
    return respond(new ProblemException(ProblemCode.SERVICE_UNAVAILABLE));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException cause) {
    return respond(new ProblemException(ProblemCode.FORBIDDEN));
  }

  @ServerExceptionMapper
  public Response invalid(ResteasyReactiveViolationException cause) {
    return constraintsBroken(cause);
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException cause) {
    return constraintsBroken(cause);
  }

  @ServerExceptionMapper({
    MismatchedInputException.class,
    UnrecognizedPropertyException.class,
    ValueInstantiationException.class,
    JsonMappingException.class,
    JsonProcessingException.class
  })
  public Response unreadable(JsonProcessingException cause) {
    return respond(jsonProblem(cause));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException cause) {
    if (cause.getCause() instanceof ProblemException problem) {
      return respond(problem);
    }
    if (cause.getCause() instanceof JsonProcessingException json) {
      return respond(jsonProblem(json));
    }
    return switch (cause.getResponse().getStatus()) {
      case 400 -> respond(new ProblemException(ProblemCode.REQUEST_MALFORMED));
      case 401 -> respond(new ProblemException(ProblemCode.UNAUTHENTICATED));
      case 403 -> respond(new ProblemException(ProblemCode.FORBIDDEN));
      case 404 -> respond(new ProblemException(ProblemCode.NOT_FOUND));
      case 405 -> respond(new ProblemException(ProblemCode.METHOD_NOT_ALLOWED));
      case 406 -> respond(new ProblemException(ProblemCode.NOT_ACCEPTABLE));
      case 413 -> respond(new ProblemException(ProblemCode.BODY_TOO_LARGE));
      case 415 -> respond(new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED));
      default -> fault(cause);
    };
  }

  @ServerExceptionMapper
  public Response unknown(Throwable cause) {
    return fault(cause);
  }

  /** The answer to a failure outside JAX-RS, as the mappers would give it. */
  public Response answer(Throwable failure) {
    return switch (failure) {
      case ProblemException problem -> problem(problem);
      case AuthenticationException refused ->
          respond(new ProblemException(ProblemCode.UNAUTHENTICATED));
      case OIDCException away -> undecided(away);
      case ConstraintViolationException broken -> invalid(broken);
      case JsonProcessingException unreadable -> unreadable(unreadable);
      default -> fault(failure);
    };
  }

  private static ProblemException jsonProblem(JsonProcessingException cause) {
    if (cause.getCause() instanceof ProblemException problem) {
      return problem;
    }
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return new ProblemException(ProblemCode.FIELD_UNKNOWN, printable(unknown.getPropertyName()));
    }
    return new ProblemException(ProblemCode.REQUEST_MALFORMED);
  }

  /** Echoes a field name only when it looks like one: a caller's typo, not a value. */
  private static String printable(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_]{0,40}") ? name : "an unreadable name";
  }

  private static Response constraintsBroken(ConstraintViolationException cause) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (ConstraintViolation<?> violation : cause.getConstraintViolations()) {
      faults.add(
          new Problem.Fault(
              fieldOf(violation.getPropertyPath()),
              ProblemCode.REQUEST_INVALID.name(),
              violation.getMessage()));
    }
    return respond(new ProblemException(ProblemCode.REQUEST_INVALID, null, faults));
  }

  private static String fieldOf(Path path) {
    StringBuilder field = new StringBuilder();
    int depth = 0;
    for (Path.Node node : path) {
      // The first two nodes are the method and its parameter.
      if (depth++ >= 2) {
        field.append(field.isEmpty() ? "" : ".").append(node);
      }
    }
    return field.isEmpty() ? path.toString() : field.toString();
  }

  private static Response fault(Throwable cause) {
    String incident = Ids.next().toString();
    LOG.errorf(cause, "incident %s", incident);
    return Response.status(500).type(Problem.MEDIA_TYPE).entity(Problem.fault(incident)).build();
  }

  private static Response respond(ProblemException cause) {
    Response.ResponseBuilder response =
        Response.status(cause.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(cause));
    if (cause.code().status() == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (cause.code().status() == 503 || cause.code().status() == 429) {
      response.header("Retry-After", "1");
    }
    return response.build();
  }
}
