package org.shouxin.audit.monitor.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one actor did on the day at hand; bounded, and forgotten when the day ends. */
final class Today {
  private static final int MOST_BUCKETS = 256;
  private static final int MANY = 20;

  final People people = new People();
  final Window pace = new Window(60, 2);
  final Window hour = new Window(600, 6);
  final double[] counts = new double[Signal.values().length];
  final Map<String, Integer> surnames = new LinkedHashMap<>();
  final Map<String, Integer> blocks = new LinkedHashMap<>();

  void add(Observation seen, boolean offHours) {
    long second = seen.at().getEpochSecond();
    if (seen.act() == Act.EXPORTED && hour.sum(second) > MANY) {
      count(Signal.EXPORT);
    }
    if (seen.act() == Act.LIMITED) {
      count(Signal.LIMIT);
    }
    if (seen.act() == Act.BREAK_GLASS) {
      count(Signal.BREAK_GLASS);
    }
    if (seen.canary()) {
      count(Signal.CANARY);
    }
    search(surnames, seen.surname());
    search(blocks, seen.numberBlock());
    if (seen.person() != 0 && people.add(seen.person())) {
      addPerson(seen, offHours, second);
    }
  }

  private void addPerson(Observation seen, boolean offHours, long second) {
    pace.add(second);
    hour.add(second);
    count(Signal.BREADTH);
    countIf(seen.listed(), Signal.LISTED);
    countIf(!seen.own(), Signal.NOT_OWN);
    countIf(seen.act() == Act.REFUSED, Signal.NOT_FOUND);
    countIf(offHours, Signal.OFF_HOURS);
  }

  /** What a signal measures at this second. */
  double measure(Signal signal, long second) {
    return switch (signal) {
      case PACE -> pace.sum(second);
      case VOLUME -> hour.sum(second);
      case SEQUENCE -> most(blocks);
      case SURNAME -> {
        int all = surnames.values().stream().mapToInt(Integer::intValue).sum();
        yield most(surnames) * 2 >= all ? most(surnames) : 0;
      }
      case BREADTH, LISTED, NOT_OWN, NOT_FOUND, OFF_HOURS, EXPORT, CANARY, LIMIT, BREAK_GLASS ->
          counts[signal.ordinal()];
      case SLOW -> 0;
    };
  }

  private static void search(Map<String, Integer> buckets, @Nullable String bucket) {
    if (bucket != null && (buckets.size() < MOST_BUCKETS || buckets.containsKey(bucket))) {
      buckets.merge(bucket, 1, Integer::sum);
    }
  }

  private static int most(Map<String, Integer> buckets) {
    return buckets.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private void countIf(boolean condition, Signal signal) {
    if (condition) {
      count(signal);
    }
  }

  private void count(Signal signal) {
    counts[signal.ordinal()]++;
  }
}
