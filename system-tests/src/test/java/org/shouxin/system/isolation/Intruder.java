package org.shouxin.system.isolation;

import java.util.Map;
import org.shouxin.system.Answer;
import org.shouxin.system.Caller;

/**
 * Somebody of one role at the attacking controller; when the monitor shuts her out, a colleague
 * comes.
 */
final class Intruder {
  private static final int COLLEAGUES = 12;

  private final String role;
  private final Hiring hiring;
  private Caller caller;
  private int hired;

  /** Brings a new person of a role, signed in. */
  @FunctionalInterface
  interface Hiring {
    Caller hire(String role, int number);
  }

  Intruder(String role, Hiring hiring) {
    this.role = role;
    this.hiring = hiring;
    this.caller = hiring.hire(role, hired++);
  }

  String role() {
    return role;
  }

  Answer ask(String document, Map<String, Object> variables) {
    Answer answer = caller.ask(document, variables);
    while (isShutOut(answer) && hired < COLLEAGUES) {
      caller = hiring.hire(role, hired++);
      answer = caller.ask(document, variables);
    }
    return answer;
  }

  private static boolean isShutOut(Answer answer) {
    return answer.codes().stream()
        .anyMatch(code ->
            code.equals("ACCESS_BLOCKED")
                || code.equals("STEP_UP_REQUIRED")
                || code.equals("UNAUTHENTICATED"));
  }
}
