package org.shouxin.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for, by the token's SHA-256, until it expires, but never longer than
 * five minutes. Tokens that are bound to a key or certificate ({@code cnf}, RFC 7800) are not
 * remembered, since the binding is a matter of each request.
 */
public final class RememberedTokens {
  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final InstantSource time;
  private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

  private record Verified(SecurityIdentity identity, Instant until) {}

  /**
   * @param time the real one, by which tokens expire, whatever the services' clock says
   */
  public RememberedTokens(InstantSource time) {
    this.time = time;
  }

  /** Null when the token was not verified lately, or has expired. */
  public @Nullable SecurityIdentity find(String token) {
    Verified known = verified.get(digest(token));
    return known != null && time.instant().isBefore(known.until()) ? known.identity() : null;
  }

  /** Remembers who {@code token}, just verified, speaks for. */
  public void keep(String token, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken claims) || claims.containsClaim("cnf")) {
      return;
    }
    Instant now = time.instant();
    Instant expires = Instant.ofEpochSecond(claims.getExpirationTime());
    Instant until = expires.isBefore(now.plus(LONGEST)) ? expires : now.plus(LONGEST);
    if (verified.size() >= MOST) {
      verified.values().removeIf(one -> !now.isBefore(one.until()));
    }
    if (verified.size() < MOST) {
      verified.put(digest(token), new Verified(identity, until));
    }
  }

  Map<String, ?> byDigest() {
    return verified;
  }

  private static String digest(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
