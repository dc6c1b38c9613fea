package org.shouxin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two sides measured in turns, so that a busy minute of the machine strikes both. The first pair
 * warms up and is thrown away.
 */
record Rounds(List<Sample> ours, List<Sample> baseline) {

  static Rounds interleaved(int rounds, Supplier<Sample> ours, Supplier<Sample> baseline) {
    var unused = List.of(ours.get(), baseline.get());
    List<Sample> first = new ArrayList<>();
    List<Sample> second = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      if (round % 2 == 0) {
        first.add(ours.get());
        second.add(baseline.get());
      } else {
        second.add(baseline.get());
        first.add(ours.get());
      }
    }
    return new Rounds(first, second);
  }

  Figure figure(String name, String unit) {
    return Figure.of(name, unit, ours, baseline);
  }
}
