package org.shouxin.gateway.guard;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The response map of GraphQL, with a stable code in every error's {@code extensions.code} and no
 * text that quotes a value of the request.
 */
final class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);

  /** Validation messages that name fields, arguments and types only. */
  private static final Set<ValidationErrorType> NAMES_ONLY =
      Set.of(
          ValidationErrorType.FieldUndefined,
          ValidationErrorType.SubselectionRequired,
          ValidationErrorType.SubselectionNotAllowed,
          ValidationErrorType.MissingFieldArgument,
          ValidationErrorType.UnknownArgument,
          ValidationErrorType.UndefinedFragment,
          ValidationErrorType.UndefinedVariable,
          ValidationErrorType.UnusedVariable,
          ValidationErrorType.UnusedFragment,
          ValidationErrorType.UnknownType);

  private Answers() {}

  /** What the execution said. */
  static Map<String, Object> of(ExecutionResult result) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      List<Map<String, Object>> errors = new ArrayList<>();
      result.getErrors().forEach(error -> errors.add(error(error)));
      answer.put("errors", errors);
    }
    if (result.isDataPresent()) {
      answer.put("data", result.getData());
    }
    return answer;
  }

  /** A request refused as a whole. */
  static Map<String, Object> of(ProblemException problem) {
    String detail = problem.detail();
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", problem.code().name());
    if (!problem.faults().isEmpty()) {
      extensions.put("faults", problem.faults());
    }
    return refused(detail == null ? problem.code().title() : detail, extensions);
  }

  /** A fault of ours: an incident id and nothing more. */
  static Map<String, Object> fault(Throwable cause) {
    return refused(ProblemCode.INTERNAL.title(), incident(cause));
  }

  private static Map<String, Object> refused(String message, Map<String, Object> extensions) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("extensions", extensions);
    return Map.of("errors", List.of(error));
  }

  private static Map<String, Object> error(GraphQLError error) {
    Map<String, Object> shaped = new LinkedHashMap<>();
    Map<String, Object> given = error.getExtensions();
    boolean ours = given != null && given.containsKey("code");
    ErrorClassification kind = error.getErrorType();
    if (ours) {
      shaped.put("message", error.getMessage());
    } else if (error instanceof ValidationError invalid) {
      shaped.put("message", validationMessage(invalid));
    } else if (kind == ErrorType.ValidationError) {
      shaped.put("message", ProblemCode.VARIABLES_INVALID.title());
    } else {
      shaped.put("message", codeOf(error).title());
    }
    if (error.getLocations() != null && !error.getLocations().isEmpty()) {
      shaped.put("locations", error.getLocations().stream().map(Answers::place).toList());
    }
    if (error.getPath() != null) {
      shaped.put("path", error.getPath());
    }
    shaped.put("extensions", ours && given != null ? given : extensions(error));
    return shaped;
  }

  private static Map<String, Object> place(SourceLocation at) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("line", at.getLine());
    place.put("column", at.getColumn());
    return place;
  }

  private static Map<String, Object> extensions(GraphQLError error) {
    ProblemCode code = codeOf(error);
    return code == ProblemCode.INTERNAL
        ? incident(
            error instanceof Throwable thrown
                ? thrown
                : new IllegalStateException(error.getMessage()))
        : Map.of("code", code.name());
  }

  private static ProblemCode codeOf(GraphQLError error) {
    if (error instanceof ValidationError) {
      return ProblemCode.QUERY_INVALID;
    }
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> ProblemCode.QUERY_UNREADABLE;
      case ErrorType.ValidationError -> ProblemCode.VARIABLES_INVALID;
      case ErrorType.OperationNotSupported -> ProblemCode.QUERY_INVALID;
      case null, default -> ProblemCode.INTERNAL;
    };
  }

  private static String validationMessage(ValidationError invalid) {
    if (invalid.getValidationErrorType() instanceof ValidationErrorType type) {
      return NAMES_ONLY.contains(type) ? invalid.getMessage() : "The query is not valid: " + type;
    }
    return ProblemCode.QUERY_INVALID.title();
  }

  private static Map<String, Object> incident(Throwable cause) {
    String incident = Ids.next().toString();
    LOG.errorf(cause, "incident %s", incident);
    return Map.of("code", ProblemCode.INTERNAL.name(), "incident", incident);
  }
}
