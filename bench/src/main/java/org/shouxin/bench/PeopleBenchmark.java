package org.shouxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.demo.BookImport;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A partner's audited read and search in records-service (consent decided, decrypted, masked, event
 * durable) at 10 thousand and at 1 million customers: the read beside the bare row by pgbench, the
 * search beside a plain-text B-tree by pgbench, and how search grows with the number of customers.
 */
final class PeopleBenchmark implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final double ROWS_FOR_A_CUSTOMER = 0.6;
  private static final int ASKED = 300;
  private static final String SEALED_ROW =
      """
      \\set n random(1, %d)
      select s.* from customer c join customer_statement s
        on s.controller_id = c.controller_id and s.customer_id = c.id
      where c.controller_id = 'ctl-donghai' and c.id = (select id from bench_person where n = :n);
      """;
  private static final String PLAIN_LOOKUP =
      """
      \\set n random(1, %d)
      select s.* from bench_person p join customer_statement s
        on s.controller_id = 'ctl-donghai' and s.customer_id = p.id
      where p.id_number = lpad((:n)::text, 18, '3');
      """;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String title() {
    return "a partner's read and search at 10 thousand and 1 million customers, and the growth of search";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    List<Figure> figures = new ArrayList<>();
    List<Double> search = new ArrayList<>();
    for (int customers : List.of(settings.size(10_000), settings.size(1_000_000))) {
      List<KnownPerson> known = prepare(bed, customers);
      int people = (int) bed.number(DatabaseName.RECORDS, "select count(*) from bench_person");
      String read = load("read", known);
      figures.add(
          Rounds.interleaved(
                  settings,
                  () -> ask(bed, settings, "/v1/customers/read", read),
                  () -> raw(bed, settings, SEALED_ROW.formatted(people)))
              .figure("read-of-" + customers, "reads/s"));
      String find = load("search", known);
      Figure found =
          Rounds.interleaved(
                  settings,
                  () -> ask(bed, settings, "/v1/customers/search", find),
                  () -> raw(bed, settings, PLAIN_LOOKUP.formatted(people)))
              .figure("search-of-" + customers, "searches/s");
      figures.add(found);
      search.add(found.p50());
    }
    figures.add(
        Figure.beside(
            "search-growth", search.getLast() / search.getFirst(), "times (target < 1.3)", 1));
    return figures;
  }

  private static List<KnownPerson> prepare(Bed bed, int customers) {
    long there =
        bed.number(
            DatabaseName.RECORDS,
            "select count(*) from customer where controller_id = 'ctl-donghai'");
    int missing =
        (int) Math.max(2_000 * ROWS_FOR_A_CUSTOMER, (customers - there) * ROWS_FOR_A_CUSTOMER);
    Path book = SampleBooks.book(bed, missing, 31 + there);
    try {
      new BookImport(bed.layout(), new Progress(System.out))
          .run(book, Bed.CONTROLLER, book.resolveSibling("staff-sample.csv"), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SeededConsents.forAllCustomers(bed);
    bed.execute(
        DatabaseName.RECORDS,
        "drop table if exists bench_person",
        "create table bench_person as select row_number() over () as n, id,"
            + " lpad((row_number() over ())::text, 18, '3') as id_number from customer where controller_id = 'ctl-donghai'",
        "create index on bench_person (n)",
        "create index on bench_person (id_number)",
        "grant select on bench_person to records",
        "vacuum analyze");
    List<KnownPerson> known = KnownPerson.findable(bed, book, ASKED);
    if (known.size() < ASKED / 3) {
      throw new BenchException("Only " + known.size() + " people of the book could be found.");
    }
    return known;
  }

  /** Bodies of the requests, a line each, as a Lua table. */
  private static String load(String kind, List<KnownPerson> known) {
    return known.stream()
        .map(one -> "[==[" + (kind.equals("read") ? one.readBody() : one.searchBody()) + "]==]")
        .collect(Collectors.joining(",\n", "bodies = {\n", "}\n"));
  }

  private static Sample ask(Bed bed, Settings settings, String path, String bodies) {
    String token = bed.token(Bed.PARTNER);
    return ProcessorTime.of(
        bed,
        settings.seconds(),
        () ->
            Wrk.run(
                bed.url(Component.RECORDS, path),
                "bodies.lua",
                CONNECTIONS,
                settings.seconds(),
                token,
                List.of(Long.toString(System.nanoTime() % 1_000_000)),
                bodies));
  }

  private static Sample raw(Bed bed, Settings settings, String script) {
    return Pgbench.run(bed, DatabaseName.RECORDS, script, CONNECTIONS, settings.seconds());
  }
}
