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
  private final int status;

  public ProblemException(ProblemCode code) {
    this(code, null);
  }

  public ProblemException(ProblemCode code, @Nullable String detail) {
    this(code, detail, List.of());
  }

  /** The refusal under another status than its code's, where a requirement names both. */
  public static ProblemException withStatus(ProblemCode code, int status, @Nullable String detail) {
    return new ProblemException(code, detail, List.of(), status);
  }

  public ProblemException(ProblemCode code, @Nullable String detail, List<Problem.Fault> faults) {
    this(code, detail, faults, code.status());
  }

  private ProblemException(
      ProblemCode code, @Nullable String detail, List<Problem.Fault> faults, int status) {
    super(detail == null ? code.name() : code.name() + ": " + detail);
    this.code = code;
    this.detail = detail;
    this.faults = List.copyOf(faults);
    this.status = status;
  }

  public ProblemException(ProblemCode code, @Nullable String detail, Throwable cause) {
    super(detail == null ? code.name() : code.name() + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
    this.faults = List.of();
    this.status = code.status();
  }

  public ProblemCode code() {
    return code;
  }

  /** HTTP status of the answer: the code's own, unless a requirement names another. */
  public int status() {
    return status;
  }

  public @Nullable String detail() {
    return detail;
  }

  /** All faults of the request; empty when the code says it all. */
  public List<Problem.Fault> faults() {
    return faults == null ? List.of() : faults;
  }
}
