package org.shouxin.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * A service that takes files has a wide limit for bodies; a JSON request stays small all the same,
 * whether it announces its length or comes in chunks, and also when it does not say what it is.
 * Where a list grows with the business (the manifest of a package), the path is named and has a
 * limit of its own.
 */
public final class JsonBodyLimit {
  private final long usual;
  private final long wide;
  private final Set<String> widePaths;

  @Inject
  JsonBodyLimit(
      @ConfigProperty(name = "shouxin.http.json-limit") MemorySize usual,
      @ConfigProperty(name = "shouxin.http.wide-json-limit") MemorySize wide,
      @ConfigProperty(name = "shouxin.http.wide-json-paths") Optional<Set<String>> widePaths) {
    this.usual = usual.asLongValue();
    this.wide = wide.asLongValue();
    this.widePaths = widePaths.orElse(Set.of());
  }

  @ServerRequestFilter(preMatching = true)
  public void refuseLargeJson(ContainerRequestContext request) {
    if (!mayBeJson(request.getMediaType())) {
      return;
    }
    long most = widePaths.contains(request.getUriInfo().getPath()) ? wide : usual;
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
