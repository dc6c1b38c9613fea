package org.shouxin.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** An HTTP answer that says no; names the problem code where the answer carries one. */
public final class HttpStatusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  HttpStatusException(URI address, int status, JsonNode problem) {
    super(
        address.getAuthority()
            + address.getPath()
            + " answered "
            + status
            + " "
            + problem.path("code").asText(problem.path("error").asText(""))
            + " "
            + problem.path("detail").asText(problem.path("error_description").asText("")));
    this.status = status;
    this.code = problem.path("code").asText("");
  }

  public int status() {
    return status;
  }

  /** The problem code, e.g. {@code IMPORT_DUPLICATE}, or empty. */
  public String code() {
    return code;
  }
}
