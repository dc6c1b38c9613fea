package org.shouxin.records.notification;

/** Nothing has left the house: the mail may be tried again, unless the address was refused. */
final class NotSentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean addressRefused;

  NotSentException(boolean addressRefused, Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
    this.addressRefused = addressRefused;
  }

  Outcome outcome() {
    return addressRefused ? Outcome.NO_ADDRESS : Outcome.RETRY;
  }
}
