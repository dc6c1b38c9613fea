package org.shouxin.launcher.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/** Access tokens of everybody in the story, each asked for again before it ends. */
final class Tokens {
  /** Tokens live five minutes. */
  private static final Duration KEPT = Duration.ofMinutes(2);

  private static final String INVENTED_PASSWORD = "shouxin-demo";

  private record Kept(String token, Instant since) {}

  private final TokenEndpoint endpoint;
  private final Clock clock;
  private final Map<String, Kept> kept = new HashMap<>();

  Tokens(TokenEndpoint endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** The password, or secret, of everybody whom the story adds to the realm. */
  static String invented() {
    return INVENTED_PASSWORD;
  }

  /** Somebody's token: of the demo realm, or a person whom the story added. */
  String of(String name) {
    return of(name, () -> named(name));
  }

  /** The token of a client that the story added. */
  String ofClient(String client) {
    return of(client, () -> endpoint.clientToken(client, INVENTED_PASSWORD));
  }

  /** The next token is a new one, as after somebody's rights changed. */
  void forget(String name) {
    kept.remove(name);
  }

  private String named(String name) {
    return endpoint.knows(name)
        ? endpoint.accessToken(name)
        : endpoint.personToken(name, INVENTED_PASSWORD);
  }

  private String of(String name, java.util.function.Supplier<String> fresh) {
    Instant now = clock.instant();
    Kept known = kept.get(name);
    if (known == null || known.since().plus(KEPT).isBefore(now)) {
      known = new Kept(fresh.get(), now);
      kept.put(name, known);
    }
    return known.token();
  }
}
