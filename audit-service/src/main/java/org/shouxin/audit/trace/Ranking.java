package org.shouxin.audit.trace;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** The most likely readers, with the people of the sample whom each had read. */
record Ranking(List<Suspect> suspects, List<RoaringBitmap> matched) {
  private static final int MOST_COMPARED = 5;

  /** Each pair of the first suspects. */
  List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>();
    int compared = Math.min(MOST_COMPARED, matched.size());
    for (int first = 0; first < compared; first++) {
      for (int second = first + 1; second < compared; second++) {
        overlaps.add(
            new Overlap(
                first,
                second,
                RoaringBitmap.andCardinality(matched.get(first), matched.get(second)),
                RoaringBitmap.orCardinality(matched.get(first), matched.get(second))));
      }
    }
    return overlaps;
  }
}
