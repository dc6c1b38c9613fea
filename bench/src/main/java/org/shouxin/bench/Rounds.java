package org.shouxin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Two sides measured in turns, so that a busy minute of the machine strikes both. What ran to warm
 * up is thrown away.
 */
record Rounds(List<Sample> ours, List<Sample> baseline) {

  static Rounds interleaved(Settings settings, Supplier<Sample> ours, Supplier<Sample> baseline) {
    int warm = 0;
    while (!settings.isWarm(warm)) {
      var unused = ours.get();
      warm++;
    }
    var unused = baseline.get();
    List<Sample> first = new ArrayList<>();
    List<Sample> second = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
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
