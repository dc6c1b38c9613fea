package org.shouxin.audit.monitor.simulation;

import java.time.Instant;
import java.util.Random;
import org.shouxin.audit.monitor.rule.Act;
import org.shouxin.audit.monitor.rule.Observation;

/** The source documents' insiders as scripts: what the record number {@code n} looks like. */
enum Insider {
  /** Copies 20,000 policies with rights over the whole book, one every two seconds at work. */
  EMPLOYEE_COPIES_20000("compliance-officer", 12, 20_000, 0.5, 10) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      return seen(who, at(start, n), Act.READ, n, true, false, null, null);
    }
  },
  /** Pages through the own book and goes on into the neighbours' by counting policy numbers. */
  MANAGER_COPIES_20000("client-manager", 12, 20_000, 0.5, 20) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      boolean own = n < 60;
      String block = own ? null : "n" + n / 100;
      return seen(who, at(start, n), Act.READ, n, own, own, null, block);
    }
  },
  /** Harvests everybody who consented to it, page by page, fifty at a time, at night. */
  PLATFORM_LEAKS_800000("partner", 400, 800_000, 50, 2) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      return seen(who, at(start, n), Act.READ, n, true, true, null, null);
    }
  },
  /** The same at a platform of which 2,500 people a day are usual. */
  LARGE_PLATFORM_LEAKS_800000("partner", 2_500, 800_000, 50, 2) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      return seen(who, at(start, n), Act.READ, n, true, true, null, null);
    }
  },
  /** By known factors, five a second, counting through policy numbers. */
  PLATFORM_COUNTS_800000("partner", 400, 800_000, 5, 11) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      Act act = random.nextDouble() < 0.3 ? Act.REFUSED : Act.READ;
      return seen(who, at(start, n), act, n, true, false, null, "n" + n / 100);
    }
  },
  /** One of ten who sell 200,000: hunts one surname among other people's customers, slowly. */
  GANG_SELLS_200000_BY_SURNAME("client-manager", 12, 20_000, 0.03, 9) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      String surname = random.nextDouble() < 0.9 ? "s0" : "s" + random.nextInt(64);
      return seen(who, at(start, n), Act.READ, n, false, false, surname, null);
    }
  },
  /**
   * Another of them: counts through policy numbers of the team's customers, with a right to them.
   */
  GANG_SELLS_200000_BY_NUMBER("supervisor", 12, 20_000, 0.03, 9) {
    @Override
    Observation record(Worker who, Instant start, int n, Random random) {
      return seen(who, at(start, n), Act.READ, n, true, false, null, "n" + n / 100);
    }
  };

  private final String role;
  private final double usual;
  private final int wanted;
  private final double perSecond;
  private final int startsAtHour;

  Insider(String role, double usual, int wanted, double perSecond, int startsAtHour) {
    this.role = role;
    this.usual = usual;
    this.wanted = wanted;
    this.perSecond = perSecond;
    this.startsAtHour = startsAtHour;
  }

  abstract Observation record(Worker who, Instant start, int n, Random random);

  String role() {
    return role;
  }

  /** People on a middling honest day. */
  double usual() {
    return usual;
  }

  /** How many records the insider is after. */
  int wanted() {
    return wanted;
  }

  double perSecond() {
    return perSecond;
  }

  int startsAtHour() {
    return startsAtHour;
  }

  Instant at(Instant start, int n) {
    return start.plusMillis((long) (n / perSecond * 1_000));
  }

  private static Observation seen(
      Worker who,
      Instant at,
      Act act,
      int n,
      boolean own,
      boolean listed,
      @org.jspecify.annotations.Nullable String surname,
      @org.jspecify.annotations.Nullable String block) {
    return new Observation(
        at, who.key(), who.role(), act, 90_000_000 + n, own, listed, false, surname, block);
  }
}
