package org.shouxin.platform.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail on the wire (RFC 9457). {@code incident} is set for our own faults only and is
 * found again in the log; {@code errors} lists every fault of a request, never the offending value.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String detail,
    @Nullable String incident,
    @Nullable List<Fault> errors) {

  /** Media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One fault of a request: where, which rule, what to do. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fault(String field, String code, String message) {}

  static Problem of(ProblemException cause) {
    return new Problem(
        cause.code().type(),
        cause.code().title(),
        cause.status(),
        cause.code().name(),
        cause.detail(),
        null,
        cause.faults().isEmpty() ? null : cause.faults());
  }

  static Problem fault(String incident) {
    ProblemCode code = ProblemCode.INTERNAL;
    return new Problem(code.type(), code.title(), code.status(), code.name(), null, incident, null);
  }
}
