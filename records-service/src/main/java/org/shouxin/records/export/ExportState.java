package org.shouxin.records.export;

import java.time.Instant;

/** Where an export stands; told from its times, never set. */
sealed interface ExportState {

  /** The word on the wire. */
  String word();

  /** Nobody has decided yet. */
  record Requested() implements ExportState {
    @Override
    public String word() {
      return "REQUESTED";
    }
  }

  /** The requester may fetch it once, until then. */
  record Approved(Instant until) implements ExportState {
    @Override
    public String word() {
      return "APPROVED";
    }
  }

  /** Another person said no. */
  record Rejected() implements ExportState {
    @Override
    public String word() {
      return "REJECTED";
    }
  }

  /** Nobody decided or fetched in time. */
  record Expired() implements ExportState {
    @Override
    public String word() {
      return "EXPIRED";
    }
  }

  /** It was fetched. */
  record Produced() implements ExportState {
    @Override
    public String word() {
      return "PRODUCED";
    }
  }
}
