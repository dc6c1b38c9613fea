package org.shouxin.launcher.backup;

/** A backup that cannot be trusted or opened; the message names which part and why. */
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
