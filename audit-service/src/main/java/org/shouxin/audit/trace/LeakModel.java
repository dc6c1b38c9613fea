package org.shouxin.audit.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 *
 * <p>Two clues add bits of their own: a leaked canary speaks against the few who ever read it, and
 * a mark in a leaked sheet against who exported it, by the odds of each to be wrong.
 */
final class LeakModel {
  private static final double LN_2 = Math.log(2);

  /** At most one sheet in a million names a wrong exporter (records-service, watermark). */
  private static final double MARK_BITS = Math.log(1e6) / LN_2;

  private static final Reads NOBODY = new Reads(new RoaringBitmap(), Instant.MAX, Instant.MIN);

  private LeakModel() {}

  /**
   * The readers with a score above 0, best first, {@code most} at most.
   *
   * @param sample numbers of the leaked people whom anybody read
   * @param population number of people whom anybody read
   */
  static Ranking rank(
      RoaringBitmap sample, int population, Map<Reader, Reads> reads, Clues clues, int most) {
    Map<Integer, Double> canaryBits = canaryBits(clues, reads);
    List<Suspect> suspects = new ArrayList<>();
    Set<Reader> readers = new HashSet<>(reads.keySet());
    readers.addAll(clues.marked());
    for (Reader reader : readers) {
      Suspect suspect =
          suspect(
              reader, reads.getOrDefault(reader, NOBODY), sample, population, clues, canaryBits);
      if (suspect.score() > 0) {
        suspects.add(suspect);
      }
    }
    suspects.sort(
        Comparator.comparingDouble(Suspect::score)
            .reversed()
            .thenComparing(Suspect::actorKind)
            .thenComparing(Suspect::actorId));
    List<Suspect> first = suspects.stream().limit(most).toList();
    return new Ranking(
        first,
        first.stream()
            .map(suspect -> reads.getOrDefault(suspect.reader(), NOBODY).subjects())
            .map(subjects -> RoaringBitmap.and(sample, subjects))
            .toList());
  }

  private static Suspect suspect(
      Reader reader,
      Reads read,
      RoaringBitmap sample,
      int population,
      Clues clues,
      Map<Integer, Double> canaryBits) {
    int size = sample.getCardinality();
    int matched = RoaringBitmap.andCardinality(sample, read.subjects());
    int accessed = read.subjects().getCardinality();
    RoaringBitmap canaries = RoaringBitmap.and(clues.canaries(), read.subjects());
    boolean marked = clues.marked().contains(reader);
    double bits = score(matched, size, accessed, population) + (marked ? MARK_BITS : 0);
    for (int canary : canaries) {
      bits += canaryBits.getOrDefault(canary, 0.0);
    }
    return new Suspect(
        reader.kind(),
        reader.id(),
        matched,
        accessed,
        size == 0 ? 0 : (double) matched / size,
        accessed == 0 ? 0 : (double) matched / accessed,
        bits,
        canaries.getCardinality(),
        marked,
        read == NOBODY ? null : read.firstAt(),
        read == NOBODY ? null : read.lastAt());
  }

  /** Only who read a canary can have leaked it: of all readers, one of those few. */
  private static Map<Integer, Double> canaryBits(Clues clues, Map<Reader, Reads> reads) {
    Map<Integer, Double> bits = new HashMap<>();
    for (int canary : clues.canaries()) {
      long holders =
          reads.values().stream().filter(read -> read.subjects().contains(canary)).count();
      bits.put(canary, Math.log((reads.size() + 1.0) / (holders + 0.5)) / LN_2);
    }
    return bits;
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
