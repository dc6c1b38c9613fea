package org.shouxin.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * A service that takes files has a wide limit for bodies; a JSON request stays small all the same,
 * whether it announces its length or comes in chunks, and also when it does not say what it is.
 */
public final class JsonBodyLimit {
  private final long most;

  @Inject
  JsonBodyLimit(@ConfigProperty(name = "shouxin.http.json-limit") MemorySize most) {
    this.most = most.asLongValue();
  }

  @ServerRequestFilter(preMatching = true)
  public void refuseLargeJson(ContainerRequestContext request) {
    if (!mayBeJson(request.getMediaType())) {
      return;
    }
    if (request.getLength() > most) {
      throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
    }
    if (request.getLength() < 0) {
      request.setEntityStream(new BoundedBody(request.getEntityStream(), most));
    }
  }

  private static boolean mayBeJson(@Nullable MediaType type) {
    return type == null || type.isWildcardSubtype() || type.getSubtype().endsWith("json");
  }
}
