package org.shouxin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Whether a partner can tell by the clock that somebody exists: {@code customer} about people who
 * consented to nothing, about nobody, and about people of another controller, one at a time, in
 * turns of changing order. The figures are p-values of the two-sample Kolmogorov-Smirnov test
 * beside 0.01: below it, the two would be told apart (issue 7.2).
 */
final class RefusalsBenchmark implements Benchmark {
  private static final double SIGNIFICANT = 0.01;
  private static final int EACH = 2_000;
  private static final int WARM_UP = 600;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IDS = "select id from customer where controller_id %s order by id";

  /** People of one kind, and how long an answer about each took, in milliseconds. */
  private record Side(List<String> people, double[] millis) {
    static Side of(List<String> people, int answers) {
      return new Side(people, new double[answers]);
    }

    String person(int turn) {
      return people.get(turn % people.size());
    }
  }

  @Override
  public String name() {
    return "refusals";
  }

  @Override
  public String title() {
    return "a partner's null for who refused, for nobody and for another controller's: p-values of"
        + " their latencies, beside 0.01";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    PartnerConsent consent = new PartnerConsent(bed.installation());
    consent.withdraw(consent.give(), consent.customerToken());
    int answers = settings.size(EACH);
    Side refused = Side.of(ids(bed, "= '" + Bed.CONTROLLER + "'"), answers);
    Side foreign = Side.of(ids(bed, "<> '" + Bed.CONTROLLER + "'"), answers);
    Side nobody = Side.of(nobody(answers), answers);
    List<Side> sides = new ArrayList<>(List.of(refused, nobody, foreign));
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Asking asking = new Asking(http, bed);
      for (int turn = 0; turn < (settings.full() ? WARM_UP : answers); turn++) {
        for (Side side : sides) {
          asking.millis(side.person(turn));
        }
      }
      Random order = new Random(7);
      for (int turn = 0; turn < answers; turn++) {
        Collections.shuffle(sides, order);
        for (Side side : sides) {
          side.millis()[turn] = asking.millis(side.person(turn));
        }
      }
    }
    return List.of(
        told("refused-told-from-nobody", refused, nobody),
        told("foreign-told-from-nobody", foreign, nobody),
        Figure.beside("refused-latency", middle(refused), "ms", middle(nobody)));
  }

  private static Figure told(String name, Side one, Side other) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(one.millis(), other.millis());
    return Figure.beside(name, p, "p", SIGNIFICANT);
  }

  private static double middle(Side side) {
    double[] sorted = side.millis().clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> nobody(int number) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(UUID.randomUUID().toString());
    }
    return ids;
  }

  private static List<String> ids(Bed bed, String controller) {
    List<String> ids = new ArrayList<>();
    try (Connection connection = bed.installation().administrator(DatabaseName.RECORDS);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(IDS.formatted(controller))) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new BenchException("A query failed: " + e.getMessage(), e);
    }
    if (ids.isEmpty()) {
      throw new BenchException("There is nobody of a controller that is " + controller + ".");
    }
    Collections.shuffle(ids, new Random(11));
    return ids;
  }

  /** One question after another over one connection. */
  private static final class Asking {
    private static final int CALLS_A_TOKEN = 500;
    private static final String EXPECTED = "{\"data\":{\"customer\":null}}";
    private final HttpClient http;
    private final Bed bed;
    private final URI graphql;
    private String token = "";
    private int asked;

    Asking(HttpClient http, Bed bed) {
      this.http = http;
      this.bed = bed;
      this.graphql = bed.url(Component.GATEWAY, "/graphql");
    }

    double millis(String id) {
      if (asked++ % CALLS_A_TOKEN == 0) {
        token = bed.token(Bed.PARTNER);
      }
      ObjectNode body = JSON.createObjectNode();
      body.put("query", "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name mobile } }");
      body.putObject("variables").put("id", id);
      HttpRequest request =
          HttpRequest.newBuilder(graphql)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build();
      try {
        long started = System.nanoTime();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        if (!answer.equals(EXPECTED)) {
          throw new BenchException("An answer is not null: " + answer);
        }
        return millis;
      } catch (IOException unreachable) {
        throw new BenchException("The gateway does not answer.", unreachable);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new BenchException("The measurement was interrupted.", interrupted);
      }
    }
  }
}
