package org.shouxin.gateway.schema;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Makes a field error of whatever a field threw: a problem keeps its code in {@code
 * extensions.code}; of anything else the caller learns an incident id and nothing more.
 */
final class FieldErrors implements DataFetcherExceptionHandler {
  private static final Logger LOG = Logger.getLogger(FieldErrors.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters thrown) {
    GraphQLError error =
        of(problemIn(thrown.getException()), thrown.getPath(), thrown.getSourceLocation());
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult().error(error).build());
  }

  static GraphQLError of(
      Failure failure, @Nullable ResultPath path, @Nullable SourceLocation location) {
    GraphqlErrorBuilder<?> error =
        GraphqlErrorBuilder.newError()
            .message("%s", failure.message())
            .extensions(failure.extensions());
    if (path != null) {
      error.path(path);
    }
    if (location != null) {
      error.location(location);
    }
    return error.build();
  }

  static GraphQLError of(
      ProblemException problem, ResultPath path, @Nullable SourceLocation location) {
    return of(Failure.of(problem), path, location);
  }

  private static Failure problemIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ProblemException problem -> {
          return Failure.of(problem);
        }
        case UnauthorizedException missing -> {
          return Failure.of(new ProblemException(ProblemCode.UNAUTHENTICATED, null, missing));
        }
        case ForbiddenException refused -> {
          return Failure.of(new ProblemException(ProblemCode.FORBIDDEN, null, refused));
        }
        default -> {}
      }
    }
    return Failure.unknown(thrown);
  }

  /** What a caller learns of a failure. */
  record Failure(String message, Map<String, Object> extensions) {

    static Failure of(ProblemException problem) {
      Map<String, Object> extensions = new LinkedHashMap<>();
      extensions.put("code", problem.code().name());
      if (!problem.faults().isEmpty()) {
        extensions.put("faults", problem.faults());
      }
      String detail = problem.detail();
      return new Failure(detail == null ? problem.code().title() : detail, extensions);
    }

    static Failure unknown(Throwable thrown) {
      String incident = Ids.next().toString();
      LOG.errorf(thrown, "incident %s", incident);
      return new Failure(
          ProblemCode.INTERNAL.title(),
          Map.of("code", ProblemCode.INTERNAL.name(), "incident", incident));
    }
  }
}
