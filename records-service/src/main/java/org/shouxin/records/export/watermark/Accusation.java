package org.shouxin.records.export.watermark;

/** When a fit names an export: not by chance, however many exports there are to compare with. */
public final class Accusation {
  /** At most one leaked sheet in a million names somebody who did not export it. */
  private static final double LOG10_OF_ERROR = -6;

  /** As many decoys, each by two numbers or its reference, as nobody has by chance. */
  private static final int DECOYS = 2;

  private Accusation() {}

  /**
   * Whether the leaked sheet comes from this export.
   *
   * @param exports how many it was compared with
   */
  public static boolean holds(Watermark.Fit fit, int exports) {
    return fit.decoys() >= DECOYS
        || fit.log10OfChance() + Math.log10(Math.max(1, exports)) < LOG10_OF_ERROR;
  }
}
