package org.shouxin.records.access.request;

import java.time.Instant;

/** Where a request for access stands; told from its times, never set. */
sealed interface RequestState {

  /** The word on the wire. */
  String word();

  /** Nobody has decided yet; undecided by then it lapses (K-22). */
  record Requested(Instant decideBy) implements RequestState {
    @Override
    public String word() {
      return "REQUESTED";
    }
  }

  /** People may be read until then. */
  record Granted(Instant until) implements RequestState {
    @Override
    public String word() {
      return "GRANTED";
    }
  }

  /** Another person said no. */
  record Rejected() implements RequestState {
    @Override
    public String word() {
      return "REJECTED";
    }
  }

  /** Its time was over, or nobody decided in time. */
  record Expired() implements RequestState {
    @Override
    public String word() {
      return "EXPIRED";
    }
  }
}
