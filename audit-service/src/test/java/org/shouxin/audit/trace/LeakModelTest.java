package org.shouxin.audit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/**
 * Planted leaks (issue 5 item 6): 500 actors, 30 % strangers in the sample, 10 % of the guilty
 * reads missing.
 */
class LeakModelTest {
  private static final int PEOPLE = 60_000;
  private static final int ACTORS = 500;
  private static final int SAMPLE = 200;

  @Test
  void theGuiltyActorRanksFirstInAtLeast95Of100Runs() {
    assertThat(firstRanks(1)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void twoColludingActorsRankFirstAndSecondInAtLeast95Of100Runs() {
    assertThat(firstRanks(2)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void aReaderOfEverybodyIsExplainedByChance() {
    assertThat(LeakModel.score(SAMPLE, SAMPLE, PEOPLE, PEOPLE)).isZero();
    assertThat(LeakModel.score(0, SAMPLE, 300, PEOPLE)).isZero();
  }

  @Test
  void ofTwoWithTheSameMatchesTheOneWhoReadFewerScoresHigher() {
    assertThat(LeakModel.score(100, SAMPLE, 120, PEOPLE))
        .isGreaterThan(LeakModel.score(100, SAMPLE, 5_000, PEOPLE));
  }

  @Test
  void aCanarySpeaksAgainstTheFewWhoReadItAndAMarkAgainstItsExporter() {
    RoaringBitmap sample = RoaringBitmap.bitmapOf(1, 2, 3, 4, 5);
    Instant at = Instant.parse("2026-11-22T00:00:00Z");
    Reader holder = new Reader("employee", "1024");
    Reader other = new Reader("employee", "1025");
    Reader exporter = new Reader("employee", "1026");
    Map<Reader, Reads> reads =
        Map.of(
            holder, new Reads(RoaringBitmap.bitmapOf(1, 2, 5), at, at),
            other, new Reads(RoaringBitmap.bitmapOf(1, 2, 3), at, at));
    Clues clues = new Clues(RoaringBitmap.bitmapOf(5), Set.of(exporter));

    List<Suspect> ranked = LeakModel.rank(sample, PEOPLE, reads, clues, 3).suspects();
    assertThat(ranked).extracting(Suspect::reader).containsExactly(holder, other, exporter);
    assertThat(ranked).extracting(Suspect::canaries).containsExactly(1, 0, 0);
    assertThat(ranked.get(2).score()).isCloseTo(19.93, within(0.01));
    assertThat(ranked.get(2).firstAt()).isNull();
    assertThat(ranked.get(0).score() - ranked.get(1).score()).isCloseTo(1, within(0.01));
  }

  private static int firstRanks(int guilty) {
    int runs = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Map<Reader, Reads> reads = book(random);
      Set<String> planted =
          random
              .ints(0, ACTORS)
              .distinct()
              .limit(guilty)
              .mapToObj(Integer::toString)
              .collect(Collectors.toSet());
      RoaringBitmap sample = new RoaringBitmap();
      for (String actor : planted) {
        int[] people =
            java.util.Objects.requireNonNull(reads.get(new Reader("employee", actor)))
                .subjects()
                .toArray();
        for (int i = 0; i < SAMPLE * 7 / 10 / guilty; i++) {
          sample.add(people[random.nextInt(people.length)]);
        }
        RoaringBitmap logged = new RoaringBitmap();
        for (int person : people) {
          if (random.nextInt(10) > 0) {
            logged.add(person);
          }
        }
        reads.put(new Reader("employee", actor), reads(logged));
      }
      for (int i = 0; i < SAMPLE * 3 / 10; i++) {
        sample.add(random.nextInt(PEOPLE));
      }
      List<Suspect> ranked = LeakModel.rank(sample, PEOPLE, reads, Clues.NONE, guilty).suspects();
      Set<String> first = ranked.stream().map(Suspect::actorId).collect(Collectors.toSet());
      runs += first.equals(planted) ? 1 : 0;
    }
    return runs;
  }

  /** Branches of 50 actors share a tenth of the people; supervisors read ten times as many. */
  private static Map<Reader, Reads> book(Random random) {
    Map<Reader, Reads> reads = new HashMap<>();
    int branch = PEOPLE / 10;
    for (int actor = 0; actor < ACTORS; actor++) {
      RoaringBitmap people = new RoaringBitmap();
      int count = actor % 50 == 0 ? 3_000 : 150 + random.nextInt(300);
      int base = (actor / 50) * branch;
      for (int i = 0; i < count; i++) {
        people.add(base + random.nextInt(branch));
      }
      reads.put(new Reader("employee", Integer.toString(actor)), reads(people));
    }
    return reads;
  }

  private static Reads reads(RoaringBitmap people) {
    return new Reads(people, Instant.EPOCH, Instant.EPOCH);
  }
}
