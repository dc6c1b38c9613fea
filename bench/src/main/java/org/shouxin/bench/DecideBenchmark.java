package org.shouxin.bench;

import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/** {@code decide} for 1 and for 50 people, against the same joins by pgbench. */
final class DecideBenchmark implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final String JOINS =
      """
      \\set n random(1, %d)
      with purpose_in_force as (
        select p.* from purpose p join retention_class r on r.code = p.retention_class
        where p.code = 'P-12' and p.status <> 'REJECTED' and p.valid_from <= current_date
          and (p.valid_to is null or p.valid_to >= current_date)
        order by p.status = 'APPROVED' desc, p.controller_id = '*', p.version desc limit 1),
      recipient_now as (select rc.* from recipient rc where rc.id = 'partner-haiyun')
      select purpose_in_force.*, recipient_now.*, c.id, c.state, c.categories, c.decided_at, c.given_at,
        c.expires_at, c.cooldown_until, c.purpose_terms, c.recipient_terms
      from unnest((select array_agg(
              ('00000000-0000-7000-8000-' || lpad(to_hex((:n + i * 7919) %% %d + 1), 12, '0'))::uuid)
            from generate_series(0, %d) as g (i))) with ordinality as asked (id, place)
      left join purpose_in_force on asked.place = 1
      left join recipient_now on asked.place = 1
      left join consent_record c on c.live and c.purpose = 'P-12' and c.recipient_key = 'partner-haiyun'
        and c.customer_id = asked.id
      order by asked.place;
      """;

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public String title() {
    return "decisions about 1 and 50 people at 10 thousand and 1 million consents, over the same joins by pgbench";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    List<Figure> figures = new ArrayList<>();
    for (int consents : List.of(settings.size(10_000), settings.size(1_000_000))) {
      SeededConsents.seed(bed, consents);
      for (int people : List.of(1, 50)) {
        String row = "decide-%d-of-%d".formatted(people, consents);
        figures.add(
            Rounds.interleaved(
                    settings,
                    () -> decide(bed, settings, consents, people),
                    () -> joins(bed, settings, consents, people))
                .figure(row, "decide calls/s"));
      }
    }
    figures.add(
        Figure.beside(
            "decide-50-costs",
            figures.get(2).value() / figures.get(3).value(),
            "times 1 (target < 3)",
            1));
    return figures;
  }

  private static Sample decide(Bed bed, Settings settings, int consents, int people) {
    String token = bed.token(Bed.PARTNER);
    return ProcessorTime.of(
        bed,
        settings.seconds(),
        () ->
            Wrk.run(
                bed.url(Component.CONSENT, "/v1/permission/decisions"),
                "decide.lua",
                CONNECTIONS,
                settings.seconds(),
                token,
                List.of(
                    Long.toString(System.nanoTime() % 1_000_000),
                    Integer.toString(consents),
                    Integer.toString(people))));
  }

  private static Sample joins(Bed bed, Settings settings, int consents, int people) {
    return Pgbench.run(
        bed,
        DatabaseName.CONSENT,
        JOINS.formatted(consents, consents, people - 1),
        CONNECTIONS,
        settings.seconds());
  }
}
