package org.shouxin.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is not for us. Its claims are believed only where our realm signed it and it
 * was given for somebody else; of a token that another key signed nothing is. A token that is
 * merely over is not among them: that happens to everybody every day.
 *
 * @param text the token itself, for whoever passes it on; never for a log
 * @param actor whom it names; none where it is not ours
 */
public record RejectedToken(String text, @Nullable Actor actor) {
  private static final Set<Integer> GIVEN_FOR_OTHERS =
      Set.of(
          ErrorCodes.AUDIENCE_MISSING,
          ErrorCodes.AUDIENCE_INVALID,
          ErrorCodes.ISSUER_MISSING,
          ErrorCodes.ISSUER_INVALID);

  static Optional<RejectedToken> of(String text, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid) {
        return of(text, invalid);
      }
    }
    // Signed by a key that our realm does not have: it was asked about the token, and knew nothing.
    return failure instanceof AuthenticationFailedException && text.split("\\.", -1).length == 3
        ? Optional.of(new RejectedToken(text, null))
        : Optional.empty();
  }

  /** Signatures are verified before claims: whose claims are at fault has a good one. */
  private static Optional<RejectedToken> of(String text, InvalidJwtException invalid) {
    if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
      return Optional.empty();
    }
    boolean ours =
        !invalid.getErrorDetails().isEmpty()
            && invalid.getErrorDetails().stream()
                .allMatch(error -> GIVEN_FOR_OTHERS.contains(error.getErrorCode()));
    return Optional.of(
        new RejectedToken(
            text,
            ours
                ? CurrentActor.named(invalid.getJwtContext().getJwtClaims()::getClaimValue)
                : null));
  }

  /** What repeats are counted by. */
  public String kind() {
    return actor == null
        ? "foreign"
        : actor.controller().value() + " " + actor.kind().label() + " " + actor.id();
  }

  @Override
  public String toString() {
    return "RejectedToken[redacted]";
  }
}
