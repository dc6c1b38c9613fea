package org.shouxin.records.catalogue;

import java.time.Instant;
import java.util.UUID;

/**
 * A grade that one person proposed and another decides about (R-RC-04).
 *
 * @param basis reference of the law, standard or assessment it rests on
 */
record GradeProposal(
    UUID id, FieldGrade grade, String basis, State state, String proposedBy, Instant proposedAt) {

  /** PROPOSED waits for another person. */
  enum State {
    PROPOSED,
    APPROVED,
    REJECTED
  }
}
