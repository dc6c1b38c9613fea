package org.shouxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void aFigureIsTheMedianOfItsRoundsBesideTheMedianOfTheBaseline() {
    Figure figure = Figure.of("append", "events/s", samples(10, 40, 20), samples(8, 4, 10, 6));
    assertThat(figure.value()).isEqualTo(20);
    assertThat(figure.low()).isEqualTo(10);
    assertThat(figure.high()).isEqualTo(40);
    assertThat(figure.baseline()).isEqualTo(7);
    assertThat(figure.ratio()).isEqualTo(20.0 / 7);
  }

  @Test
  void theSidesTakeTurnsAndWhatRanToWarmUpDoesNotCount() {
    List<String> order = new ArrayList<>();
    Rounds rounds =
        Rounds.interleaved(
            new Settings(2, 10, 10, true, 1, 0),
            () -> {
              order.add("ours");
              return Sample.rate(order.size());
            },
            () -> {
              order.add("base");
              return Sample.rate(order.size());
            });
    assertThat(order).containsExactly("ours", "base", "ours", "base", "base", "ours");
    assertThat(rounds.ours()).extracting(Sample::perSecond).containsExactly(3.0, 6.0);
  }

  @Test
  void oursIsWarmAfterItsSecondsAndAtLeastOneRound() {
    Settings settings = new Settings(5, 10, 60, true, 1, 0);
    assertThat(settings.isWarm(5)).isFalse();
    assertThat(settings.isWarm(6)).isTrue();
    assertThat(new Settings(1, 2, 0, false, 1, 0).isWarm(0)).isFalse();
    assertThat(new Settings(1, 2, 0, false, 1, 0).isWarm(1)).isTrue();
  }

  @Test
  void whatTheToolsPrintIsReadAndWhatTheyDoNotSayIsAnError() {
    Sample wrk =
        Wrk.parse(
            "Running\n{\"requests\":1000,\"duration\":2000000,\"p50\":1500,\"p99\":9000,\"status\":100,\"errors\":101}\n");
    assertThat(wrk).isEqualTo(new Sample(450, 1.5, 9, 101, Map.of()));
    Sample pgbench =
        Pgbench.parse(
            "number of failed transactions: 3 (0.1%)\nlatency average = 2.500 ms\ntps = 6400.5 (without initial connection time)\n");
    assertThat(pgbench).isEqualTo(new Sample(6400.5, 2.5, 0, 3, Map.of()));
    assertThatThrownBy(() -> Wrk.parse("unable to connect")).isInstanceOf(BenchException.class);
    assertThatThrownBy(() -> ProgramBenchmark.parse("Exception"))
        .isInstanceOf(BenchException.class);
  }

  @Test
  void everyBenchmarkHasANameOfItsOwn() {
    assertThat(Benchmarks.all()).extracting(Benchmark::name).doesNotHaveDuplicates().isNotEmpty();
  }

  private static List<Sample> samples(double... rates) {
    List<Sample> samples = new ArrayList<>();
    for (double rate : rates) {
      samples.add(Sample.rate(rate));
    }
    return samples;
  }
}
