package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.database.Database;

/** Hold over retention over erasure over purpose, over random lives of random people. */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class PrecedenceTest {
  private static final long SEED = 20261122;
  private static final int LIVES = 200;

  @Inject Database database;

  private final Filing filing = new Filing("ctl-precedence");

  @Test
  void everyRecordOfRandomLivesEndsAsTheOracleSays() {
    Random random = new Random(SEED);
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < LIVES; i++) {
      Life life = Life.random(random);
      life.happenTo(filing, database);
      lives.add(life);
    }
    for (LocalDate today : List.of(Life.EARLY, Life.NOW, Life.LATE)) {
      filing.recompute(today);
      Map<String, String> expected = new TreeMap<>();
      Map<String, String> found = new TreeMap<>();
      for (Life life : lives) {
        expected.putAll(life.oracle(today));
        filing
            .kept(life.person, today)
            .forEach(record ->
                found.put(
                    life.person + " " + record.store() + " " + record.recordRef(),
                    String.valueOf(Precedence.decide(record.facts(life.asked)).outcome())));
      }
      assertThat(found).isEqualTo(expected);
      assertThat(List.copyOf(found.values())).contains("KEEP", "RESTRICT", "DESTROY");
    }
  }

  @Test
  void theDocumentHasTheTableInTheOrderOfTheCode() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("../docs/retention.md")).stream()
            .filter(line -> line.matches("\\| \\d \\| `[A-Z]+` .*"))
            .map(line -> line.replaceAll("^[^`]*`([A-Z]+)`.*$", "$1"))
            .toList();

    assertThat(documented)
        .isEqualTo(Arrays.stream(Precedence.values()).map(Precedence::name).toList());
  }

  /** What one person's records are, and what should become of them, told without the product. */
  private static final class Life {
    static final LocalDate EARLY = LocalDate.parse("2024-12-31");
    static final LocalDate NOW = LocalDate.parse("2026-11-22");
    static final LocalDate LATE = LocalDate.parse("2033-02-28");

    private record Contract(UUID id, LocalDate began, LocalDate ended) {}

    /** A hold over an insurer's policies that ended in some days, placed before or after them. */
    private record Query(LocalDate from, LocalDate until, boolean first) {
      static Query random(Random random) {
        LocalDate from =
            random.nextBoolean() ? null : LocalDate.of(2009 + random.nextInt(12), 3, 31);
        LocalDate until =
            random.nextBoolean() ? null : LocalDate.of(2021 + random.nextInt(8), 3, 31);
        return new Query(from, until, random.nextBoolean());
      }

      boolean covers(Contract one) {
        if (from == null && until == null) {
          return true;
        }
        return one.ended() != null
            && (from == null || !one.ended().isBefore(from))
            && (until == null || !one.ended().isAfter(until));
      }
    }

    final UUID person = Filing.somebody();
    final List<Contract> contracts = new ArrayList<>();
    LocalDate lastContact;
    boolean personHeld;
    UUID policyHeld;
    Query query;
    boolean asked;

    static Life random(Random random) {
      Life life = new Life();
      life.lastContact = LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 28);
      for (int i = random.nextInt(4); i > 0; i--) {
        LocalDate began =
            LocalDate.of(2008 + random.nextInt(18), 2, 1).plusDays(random.nextInt(60));
        int kind = random.nextInt(4);
        LocalDate ended =
            kind == 0
                ? null
                : kind == 1 ? began.plusYears(1) : began.plusDays(random.nextInt(3000));
        life.contracts.add(new Contract(Filing.somebody(), began, ended));
      }
      life.personHeld = random.nextInt(8) == 0;
      if (!life.contracts.isEmpty() && random.nextInt(6) == 0) {
        life.policyHeld = life.contracts.getFirst().id();
      }
      if (random.nextInt(4) == 0) {
        life.query = Query.random(random);
      }
      life.asked = random.nextInt(3) == 0;
      return life;
    }

    void happenTo(Filing filing, Database database) {
      String insurer = "保险 " + person;
      if (query != null && query.first()) {
        hold(filing, database, insurer);
      }
      filing.report(Filing.identity(person, lastContact.toString()));
      contracts.forEach(one ->
          filing.report(
              new ReportedRecord(
                  person.toString(),
                  one.id().toString(),
                  RecordKind.POLICY,
                  one.began(),
                  one.ended(),
                  insurer,
                  "HQ")));
      if (query != null && !query.first()) {
        hold(filing, database, insurer);
      }
      if (personHeld) {
        hold(filing, database, "PERSON", person.toString(), null);
      }
      if (policyHeld != null) {
        hold(filing, database, "POLICY", null, policyHeld.toString());
      }
    }

    private void hold(Filing filing, Database database, String insurer) {
      approved(
          filing,
          database,
          "insert into legal_hold (controller_id, id, scope, insurer, ended_from, ended_until, reason,"
              + " placed_by, placed_at) values (?, ?, 'QUERY', ?, ?, ?, 'a test', '1001', now())",
          insurer,
          query.from(),
          query.until());
    }

    private static void hold(
        Filing filing, Database database, String scope, String subject, String record) {
      approved(
          filing,
          database,
          "insert into legal_hold (controller_id, id, scope, subject_ref, record_ref, reason,"
              + " placed_by, placed_at) values (?, ?, ?, ?, ?, 'a test', '1001', now())",
          scope,
          subject,
          record);
    }

    private static void approved(Filing filing, Database database, String insert, Object... scope) {
      UUID id = Filing.somebody();
      List<Object> values = new ArrayList<>(List.of(filing.controller, id));
      values.addAll(Arrays.asList(scope));
      database.write(
          filing.controller,
          handle -> {
            handle.execute(insert, values.toArray());
            return handle.execute(
                "insert into legal_hold_step values (?, ?, 1, 'APPROVED', '1002', '', now())",
                filing.controller,
                id);
          });
    }

    /** From the last day backwards: what may go, what may be used; the law is written out here. */
    Map<String, String> oracle(LocalDate today) {
      Map<String, String> ends = new TreeMap<>();
      boolean someHeld = personHeld || policyHeld != null;
      if (query != null) {
        someHeld = someHeld || contracts.stream().anyMatch(query::covers);
      }
      LocalDate lastFile = LocalDate.MIN;
      LocalDate lastEnd = LocalDate.MIN;
      for (Contract one : contracts) {
        boolean over = one.ended() != null && !one.ended().isAfter(today);
        boolean brief = one.ended() != null && !one.began().plusYears(1).isBefore(one.ended());
        LocalDate kept = over ? one.ended().plusYears(brief ? 5 : 10) : LocalDate.MAX;
        LocalDate used = one.ended() == null ? LocalDate.MAX : one.ended().plusYears(brief ? 2 : 5);
        boolean held =
            personHeld || one.id().equals(policyHeld) || (query != null && query.covers(one));
        ends.put(
            person + " records " + one.id(),
            word(held || !kept.isBefore(today), asked || used.isBefore(today)));
        lastFile = later(lastFile, kept);
        lastEnd = later(lastEnd, one.ended() == null ? LocalDate.MAX : one.ended());
      }
      boolean prospectKept = !lastContact.plusDays(180).isBefore(today);
      if (contracts.isEmpty()) {
        boolean unused = lastContact.plusYears(1).isBefore(today);
        ends.put(
            person + " records ",
            personHeld
                ? word(true, asked || unused)
                : asked || !prospectKept ? "DESTROY" : word(true, unused));
        return ends;
      }
      boolean live = lastEnd.isAfter(today);
      boolean oldLawWasOver = !live && lastEnd.plusYears(5).isBefore(LocalDate.of(2025, 1, 1));
      boolean newLaw = !today.isBefore(LocalDate.of(2025, 1, 1)) && !oldLawWasOver;
      LocalDate kept = live ? LocalDate.MAX : later(lastEnd.plusYears(newLaw ? 10 : 5), lastFile);
      boolean unused =
          !live && lastEnd.plusYears(5).isBefore(today) && lastContact.plusYears(1).isBefore(today);
      boolean stays = someHeld || !kept.isBefore(today);
      ends.put(
          person + " records ",
          stays
              ? word(true, asked || unused)
              : asked || !prospectKept ? "DESTROY" : word(true, unused));
      return ends;
    }

    private static String word(boolean stays, boolean unused) {
      return stays ? unused ? "RESTRICT" : "KEEP" : "DESTROY";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
