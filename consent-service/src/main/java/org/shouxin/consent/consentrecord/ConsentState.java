package org.shouxin.consent.consentrecord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The states of one consent (W3C DPV 2.3, law.md B8). What can happen to a consent is a method of
 * the state it can happen in; only {@link Given} is valid for processing.
 */
public sealed interface ConsentState {

  /** Asked, not yet answered (dpv:ConsentRequested). */
  record Requested(Instant at) implements ConsentState {}

  /** Refused (dpv:ConsentRefused); not asked again before {@code cooldownUntil} (Net. regs 22). */
  record Refused(Instant at, Instant cooldownUntil) implements ConsentState {

    /** True while nobody but the customer herself may bring the subject up again. */
    boolean coolingDownAt(Instant now) {
      return now.isBefore(cooldownUntil);
    }
  }

  /** Given, or given again before it ended (dpv:ConsentGiven, dpv:RenewedConsentGiven). */
  record Given(Instant at, Instant expiresAt, boolean renewed) implements ConsentState {

    Withdrawn withdraw(Instant now) {
      return new Withdrawn(at, now);
    }

    Revoked revoke(Instant now) {
      return new Revoked(at, now);
    }

    Given renew(Instant now, Instant newExpiry) {
      return new Given(now, newExpiry, true);
    }

    /**
     * This consent as it counts at a moment, given whether its terms are still the ones in force.
     */
    public ConsentState asOf(Instant now, boolean termsInForce) {
      if (!now.isBefore(expiresAt)) {
        return new Expired(at, expiresAt);
      }
      return termsInForce ? this : new Invalidated(at, expiresAt);
    }
  }

  /** Withdrawn by the person (dpv:ConsentWithdrawn, PIPL 15). */
  record Withdrawn(Instant givenAt, Instant at) implements ConsentState {}

  /** Ended by somebody else than the person (dpv:ConsentRevoked). */
  record Revoked(Instant givenAt, Instant at) implements ConsentState {}

  /** Its validity has run out (dpv:ConsentExpired). */
  record Expired(Instant givenAt, Instant at) implements ConsentState {}

  /**
   * Stale: purpose, method, category, retention or recipient changed (dpv:ConsentInvalidated, PIPL
   * 14).
   */
  record Invalidated(Instant givenAt, Instant expiresAt) implements ConsentState {}

  /** The name in JSON, GraphQL and SQL. */
  default String label() {
    return switch (this) {
      case Requested _ -> "REQUESTED";
      case Refused _ -> "REFUSED";
      case Given given -> given.renewed() ? "RENEWED" : "GIVEN";
      case Withdrawn _ -> "WITHDRAWN";
      case Revoked _ -> "REVOKED";
      case Expired _ -> "EXPIRED";
      case Invalidated _ -> "INVALIDATED";
    };
  }

  /** The W3C DPV term, as a compact IRI. */
  default String dpv() {
    return switch (this) {
      case Requested _ -> "dpv:ConsentRequested";
      case Refused _ -> "dpv:ConsentRefused";
      case Given given -> given.renewed() ? "dpv:RenewedConsentGiven" : "dpv:ConsentGiven";
      case Withdrawn _ -> "dpv:ConsentWithdrawn";
      case Revoked _ -> "dpv:ConsentRevoked";
      case Expired _ -> "dpv:ConsentExpired";
      case Invalidated _ -> "dpv:ConsentInvalidated";
    };
  }

  /** When the person gave it, null when she did not. */
  default @Nullable Instant givenAt() {
    return switch (this) {
      case Requested _, Refused _ -> null;
      case Given given -> given.at();
      case Withdrawn withdrawn -> withdrawn.givenAt();
      case Revoked revoked -> revoked.givenAt();
      case Expired expired -> expired.givenAt();
      case Invalidated stale -> stale.givenAt();
    };
  }

  /** When it was withdrawn or revoked, else null. */
  default @Nullable Instant withdrawnAt() {
    return switch (this) {
      case Withdrawn withdrawn -> withdrawn.at();
      case Revoked revoked -> revoked.at();
      case Requested _, Refused _, Given _, Expired _, Invalidated _ -> null;
    };
  }

  /** When it ends or ended by the passing of time, else null. */
  default @Nullable Instant expiresAt() {
    return switch (this) {
      case Given given -> given.expiresAt();
      case Expired expired -> expired.at();
      case Invalidated stale -> stale.expiresAt();
      case Requested _, Refused _, Withdrawn _, Revoked _ -> null;
    };
  }
}
