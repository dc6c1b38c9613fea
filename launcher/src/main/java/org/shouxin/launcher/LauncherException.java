package org.shouxin.launcher;

/**
 * Something that people can mend. Its message is one line: what is wrong, then the remedy. The
 * commands print it and end with status 1.
 */
public final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault with its remedy, in one line. */
  public LauncherException(String faultAndRemedy) {
    super(faultAndRemedy);
  }

  /** A fault with its remedy and what lies behind it. */
  public LauncherException(String faultAndRemedy, Throwable cause) {
    super(faultAndRemedy, cause);
  }
}
