package org.shouxin.records.correction.code;

/**
 * Brings a short message to a telephone. The one demo form writes into a folder; an operator's SMS
 * gateway is another bean of this type.
 */
public interface MessageDelivery {

  /**
   * Sends; returns when the message was taken.
   *
   * @throws org.shouxin.platform.problem.ProblemException {@code NOT_AVAILABLE} when there is no
   *     way to send
   */
  void send(Message message);

  /** Whom to reach, and what to say. */
  record Message(String mobile, String text) {
    @Override
    public String toString() {
      return "Message[redacted]";
    }
  }
}
