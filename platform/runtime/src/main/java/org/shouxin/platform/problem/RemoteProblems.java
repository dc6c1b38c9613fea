package org.shouxin.platform.problem;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns a neighbour's problem back into the same {@link ProblemException}, for REST clients
 * ({@code @RegisterProvider(RemoteProblems.class)}). What is not a problem document becomes {@code
 * SERVICE_UNAVAILABLE}.
 */
public final class RemoteProblems implements ResponseExceptionMapper<ProblemException> {

  @Override
  public @Nullable ProblemException toThrowable(Response response) {
    Problem problem = read(response);
    if (problem == null) {
      return new ProblemException(
          response.getStatus() == 401
              ? ProblemCode.UNAUTHENTICATED
              : ProblemCode.SERVICE_UNAVAILABLE);
    }
    ProblemCode code = codeOf(problem.code()).orElse(ProblemCode.SERVICE_UNAVAILABLE);
    return new ProblemException(
        code, problem.detail(), problem.errors() == null ? java.util.List.of() : problem.errors());
  }

  private static @Nullable Problem read(Response response) {
    String type = response.getHeaderString("Content-Type");
    if (type == null || !type.startsWith(Problem.MEDIA_TYPE)) {
      return null;
    }
    try {
      return response.readEntity(Problem.class);
    } catch (ProcessingException unreadable) {
      return null;
    }
  }

  private static Optional<ProblemCode> codeOf(String name) {
    return Arrays.stream(ProblemCode.values()).filter(code -> code.name().equals(name)).findAny();
  }
}
