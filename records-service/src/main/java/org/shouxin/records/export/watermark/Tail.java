package org.shouxin.records.export.watermark;

/** The upper tail of a fair coin: how probable so many heads are by chance. */
final class Tail {
  private Tail() {}

  /** log10 of the probability of {@code heads} or more in {@code throwsOfCoin}. */
  static double log10(int throwsOfCoin, int heads) {
    double logOfOne = -throwsOfCoin * Math.log(2);
    for (int i = 1; i <= heads; i++) {
      logOfOne += Math.log(throwsOfCoin - i + 1.0) - Math.log(i);
    }
    double sum = 0;
    double relative = 1;
    for (int i = heads; i <= throwsOfCoin && relative > 1e-18; i++) {
      sum += relative;
      relative *= (throwsOfCoin - i) / (i + 1.0);
    }
    return Math.min(0, (logOfOne + Math.log(sum)) / Math.log(10));
  }
}
