package org.shouxin.records.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Imports need large bodies, so the server's own limit is wide; a JSON request stays small all the
 * same, whether it announces its length or comes in chunks.
 */
final class JsonBodyLimit {
  static final int MOST_BYTES = 256 * 1024;

  @ServerRequestFilter(preMatching = true)
  void refuseLargeJson(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
      return;
    }
    if (request.getLength() > MOST_BYTES) {
      throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
    }
    if (request.getLength() < 0) {
      request.setEntityStream(new BoundedBody(request.getEntityStream(), MOST_BYTES));
    }
  }
}
