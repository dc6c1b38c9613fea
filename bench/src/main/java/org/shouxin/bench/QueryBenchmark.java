package org.shouxin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A partner's {@code customer} through the gateway with all promises kept, beside one statement
 * that reads the same row, and beside the same read asked of records-service directly.
 */
final class QueryBenchmark implements Benchmark {
  private static final int CONNECTIONS = 16;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SAME_DATA =
      """
      select c.id, s.* from customer c join customer_statement s
        on s.controller_id = c.controller_id and s.customer_id = c.id
      where c.controller_id = 'ctl-donghai' and c.id = '%s';
      """;

  @Override
  public String name() {
    return "query";
  }

  @Override
  public String title() {
    return "a partner's customer through the gateway, over one statement of the same data and over the direct call";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    PartnerConsent consent = new PartnerConsent(bed.installation());
    consent.give();
    if (!consent.isShown(bed.token(Bed.PARTNER))) {
      throw new BenchException("The partner is not shown the customer.");
    }
    String id = consent.customerId();
    URI gateway = bed.url(Component.GATEWAY, "/graphql");
    URI records = bed.url(Component.RECORDS, "/v1/customers/read");
    return List.of(
        Rounds.interleaved(
                settings,
                () -> ask(bed, settings, gateway, graphQl(id)),
                () ->
                    Pgbench.run(
                        bed,
                        DatabaseName.RECORDS,
                        SAME_DATA.formatted(id),
                        CONNECTIONS,
                        settings.seconds()))
            .figure("query-over-sql", "queries/s"),
        Rounds.interleaved(
                settings,
                () -> ask(bed, settings, gateway, graphQl(id)),
                () -> ask(bed, settings, records, new KnownPerson(id, "", "").readBody()))
            .figure("query-over-rest", "queries/s"));
  }

  private static String graphQl(String id) {
    ObjectNode body = JSON.createObjectNode();
    body.put("query", "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name mobile } }");
    body.putObject("variables").put("id", id);
    return body.toString();
  }

  private static Sample ask(Bed bed, Settings settings, URI address, String body) {
    String token = bed.token(Bed.PARTNER);
    return ProcessorTime.of(
        bed,
        settings.seconds(),
        () ->
            Wrk.run(
                address,
                "bodies.lua",
                CONNECTIONS,
                settings.seconds(),
                token,
                List.of(Long.toString(System.nanoTime() % 1_000_000)),
                "bodies = {[==[" + body + "]==]}\n"));
  }
}
