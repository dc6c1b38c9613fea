package org.shouxin.audit.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;

/**
 * Ranks readers by how much better "this reader is a source of the leak" explains the sample than
 * chance does.
 *
 * <p>Under chance, a leaked person is among a reader's people with probability q = accessed /
 * population. If the reader is a source, with probability p, estimated by the share of the sample
 * that the reader did read. The score is the log-likelihood ratio of the two, in bits: n * KL(p ||
 * q) for p above q, else 0. So a reader of everybody scores 0 however large the overlap, and a
 * reader of few who read many of the leaked scores high; two colluding readers each explain their
 * part. Strangers in the sample, whom nobody ever read, are left out; leaks that the log did not
 * see, and noise, lower p and do not change the order of guilty and innocent.
 */
final class LeakModel {
  private static final double LN_2 = Math.log(2);

  private LeakModel() {}

  /**
   * The readers with a score above 0, best first, {@code most} at most.
   *
   * @param sample numbers of the leaked people whom anybody read
   * @param population number of people whom anybody read
   */
  static Ranking rank(RoaringBitmap sample, int population, Map<Reader, Reads> reads, int most) {
    int size = sample.getCardinality();
    List<Suspect> suspects = new ArrayList<>();
    reads.forEach((reader, read) -> {
      int matched = RoaringBitmap.andCardinality(sample, read.subjects());
      int accessed = read.subjects().getCardinality();
      double score = score(matched, size, accessed, population);
      if (score > 0) {
        suspects.add(
            new Suspect(
                reader.kind(),
                reader.id(),
                matched,
                accessed,
                (double) matched / size,
                (double) matched / accessed,
                score,
                read.firstAt(),
                read.lastAt()));
      }
    });
    suspects.sort(
        Comparator.comparingDouble(Suspect::score)
            .reversed()
            .thenComparing(Suspect::actorKind)
            .thenComparing(Suspect::actorId));
    List<Suspect> first = suspects.stream().limit(most).toList();
    return new Ranking(
        first,
        first.stream()
            .map(suspect -> RoaringBitmap.and(sample, readsOf(suspect, reads).subjects()))
            .toList());
  }

  private static Reads readsOf(Suspect suspect, Map<Reader, Reads> reads) {
    return Objects.requireNonNull(
        reads.get(new Reader(suspect.actorKind(), suspect.actorId())), "a ranked reader has read");
  }

  /** Bits of evidence; counts are smoothed by a half, so that nothing is ever certain. */
  static double score(int matched, int sample, int accessed, int population) {
    if (sample == 0 || matched == 0) {
      return 0;
    }
    double p = (matched + 0.5) / (sample + 1.0);
    double q = (accessed + 0.5) / (population + 1.0);
    if (p <= q) {
      return 0;
    }
    double divergence = p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    return sample * divergence / LN_2;
  }
}
