package org.shouxin.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure with a stable code. The detail is shown to the caller: it holds no personal
 * value, no class name, no other exception's message.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final @Nullable String detail;
  private final transient List<Problem.Fault> faults;

  public ProblemException(ProblemCode code) {
    this(code, null);
  }

  public ProblemException(ProblemCode code, @Nullable String detail) {
    this(code, detail, List.of());
  }

  public ProblemException(ProblemCode code, @Nullable String detail, List<Problem.Fault> faults) {
    super(detail == null ? code.name() : code.name() + ": " + detail);
    this.code = code;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  public ProblemException(ProblemCode code, @Nullable String detail, Throwable cause) {
    super(detail == null ? code.name() : code.name() + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
    this.faults = List.of();
  }

  public ProblemCode code() {
    return code;
  }

  public @Nullable String detail() {
    return detail;
  }

  /** All faults of the request; empty when the code says it all. */
  public List<Problem.Fault> faults() {
    return faults == null ? List.of() : faults;
  }
}
