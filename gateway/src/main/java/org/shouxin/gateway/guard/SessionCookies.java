package org.shouxin.gateway.guard;

/** The cookies of a session in the browser: what Quarkus keeps, and the key that it is bound to. */
public final class SessionCookies {
  static final String SESSION = "q_session";

  private SessionCookies() {}

  /** Whether a cookie of this name is part of a session. */
  public static boolean include(String name) {
    return name.startsWith(SESSION) || name.equals(BoundSessions.SEALED);
  }
}
