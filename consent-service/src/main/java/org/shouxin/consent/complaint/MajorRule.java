package org.shouxin.consent.complaint;

import java.util.EnumSet;
import java.util.Set;

/** From when on a complaint is major, as in force on a day (R-CP-01; law is data). */
public record MajorRule(int amountFrom, int peopleFrom, int repeatFrom, int repeatDays) {

  /** Grounds that lie in what is at stake. */
  Set<Ground> grounds(Stakes stakes) {
    Set<Ground> grounds = EnumSet.noneOf(Ground.class);
    if (stakes.amount() != null && stakes.amount() >= amountFrom) {
      grounds.add(Ground.AMOUNT);
    }
    if (stakes.people() != null && stakes.people() >= peopleFrom) {
      grounds.add(Ground.GROUP);
    }
    if (stakes.media()) {
      grounds.add(Ground.MEDIA);
    }
    if (stakes.dataLeak()) {
      grounds.add(Ground.DATA_LEAK);
    }
    return grounds;
  }

  /** {@code REPEAT} for so many complaints of one person: the decided ones and this. */
  Set<Ground> repeated(int complaints) {
    return complaints >= repeatFrom ? EnumSet.of(Ground.REPEAT) : EnumSet.noneOf(Ground.class);
  }
}
