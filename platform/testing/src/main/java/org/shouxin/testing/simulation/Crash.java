package org.shouxin.testing.simulation;

/** The end of a simulated process: nothing it holds in memory outlives it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("crashed", null, false, false);
  }
}
