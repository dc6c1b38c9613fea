package org.shouxin.audit.checkpoint;

/** The stored log contradicts what was signed. The message names the place, never a content. */
public final class CorruptLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorruptLogException(String message) {
    super(message);
  }
}
