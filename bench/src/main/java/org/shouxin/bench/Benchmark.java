package org.shouxin.bench;

import java.util.List;

/** One row of the table of measurements. */
interface Benchmark {

  /** The word after {@code ./shouxin bench}. */
  String name();

  /** What is measured, against what. */
  String title();

  /** Measures and verifies; throws when what was acknowledged is not there afterwards. */
  List<Figure> measure(Bed bed, Settings settings);
}
