package org.shouxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A witnessed destruction of many people through all services, one order at a time (key, rows,
 * event, report), beside one committed update of a key row a person and nothing else.
 */
final class DestructionBenchmark implements Benchmark {
  private static final int PEOPLE = 10_000;
  private static final int PLAN_SIZE = 1_000;
  private static final long PAUSE_NANOS = 200_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http = new Http();

  @Override
  public String name() {
    return "destruction";
  }

  @Override
  public String title() {
    return "people destroyed a second by witnessed plans, beside one committed key update a person";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    int people = settings.size(PEOPLE);
    CustomerBase.atLeast(bed, 2 * people);
    awaitReports(bed);
    List<String> ids = longDue(bed, people);
    double bare = bare(bed, people);
    List<String> plans = new ArrayList<>();
    for (int from = 0; from < people; from += PLAN_SIZE) {
      plans.add(approved(bed, ids.subList(from, Math.min(people, from + PLAN_SIZE))));
    }
    long keys = destroyedKeys(bed);
    long began = System.nanoTime();
    plans.forEach(plan -> start(bed, plan));
    plans.forEach(plan -> awaitEnd(bed, plan));
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    if (destroyedKeys(bed) - keys != people) {
      throw new BenchException("Plans ended, but not every key is destroyed.");
    }
    return List.of(
        Figure.beside("destruction-of-" + people, people / seconds, "people/s", people / bare),
        Figure.alone("destruction-of-" + people + "-takes", seconds, "s"));
  }

  /** A report that comes later would compute the due days anew. */
  private static void awaitReports(Bed bed) {
    for (DatabaseName owner : List.of(DatabaseName.RECORDS, DatabaseName.CONSENT)) {
      while (bed.number(owner, "select count(*) from retention_change") > 0) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** The newest people of no plan, whom no law keeps any more: their days are put far back. */
  private static List<String> longDue(Bed bed, int people) {
    List<String> ids =
        List.of(
            bed.text(
                    DatabaseName.AUDIT,
                    "select string_agg(subject_ref, ',') from (select subject_ref from retention_item i"
                        + " where store = 'records' and record_ref = '' and class = 'RT-15'"
                        + " and state = 'KEPT' and not exists (select 1 from destruction_item d"
                        + " where d.subject_ref::text = i.subject_ref) and controller_id = '"
                        + Bed.CONTROLLER
                        + "' order by id desc limit "
                        + people
                        + ") newest")
                .split(","));
    bed.execute(
        DatabaseName.AUDIT,
        "update retention_item set start_on = '2005-01-01', due_on = '2019-01-01' where controller_id = '"
            + Bed.CONTROLLER
            + "' and subject_ref in ('"
            + String.join("','", ids)
            + "')");
    return ids;
  }

  private String approved(Bed bed, List<String> ids) {
    ObjectNode proposal = JSON.createObjectNode().put("cause", "RETENTION_ENDED");
    ArrayNode items = proposal.putArray("items");
    ids.forEach(id ->
        items
            .addObject()
            .put("store", "records")
            .put("customerId", id)
            .put("recordRef", "")
            .put("retentionClass", "RT-15"));
    JsonNode plan = http.post(plans(bed, ""), bed.token("deng.compliance"), proposal);
    String id = plan.path("id").asText();
    http.post(
        plans(bed, "/" + id + "/approval"),
        bed.token("sun.supervisor"),
        JSON.valueToTree(Map.of("scopeDigest", plan.path("scopeDigest").asText())));
    return id;
  }

  private void start(Bed bed, String plan) {
    http.post(
        plans(bed, "/" + plan + "/execution"),
        bed.token("ops.operator"),
        JSON.valueToTree(Map.of("witness", "1002")));
  }

  private void awaitEnd(Bed bed, String plan) {
    String state = "EXECUTING";
    while (state.equals("EXECUTING")) {
      LockSupport.parkNanos(PAUSE_NANOS);
      state =
          bed.text(
              DatabaseName.AUDIT,
              "select case kind when 'STARTED' then 'EXECUTING' else kind end from destruction_step"
                  + " where plan_id = '"
                  + plan
                  + "' order by sequence desc limit 1");
    }
    if (!state.equals("EXECUTED")) {
      throw new BenchException("A destruction ended as " + state + ".");
    }
  }

  private static long destroyedKeys(Bed bed) {
    return bed.number(
        DatabaseName.KEYS, "select count(*) from data_key where destroyed_at is not null");
  }

  /** Seconds for so many committed updates of a row like a key's, over one connection. */
  private static double bare(Bed bed, int people) {
    bed.execute(
        DatabaseName.KEYS,
        "drop table if exists bench_key",
        "create table bench_key as select n, sha256(n::text::bytea) as wrapped from generate_series(1, "
            + people
            + ") n",
        "alter table bench_key add primary key (n)");
    try (Connection connection = bed.installation().administrator(DatabaseName.KEYS);
        PreparedStatement update =
            connection.prepareStatement("update bench_key set wrapped = null where n = ?")) {
      long began = System.nanoTime();
      for (int n = 1; n <= people; n++) {
        update.setInt(1, n);
        update.executeUpdate();
      }
      return (System.nanoTime() - began) / NANOS_PER_SECOND;
    } catch (SQLException e) {
      throw new BenchException("The baseline failed: " + e.getMessage(), e);
    } finally {
      bed.execute(DatabaseName.KEYS, "drop table bench_key");
    }
  }

  private static URI plans(Bed bed, String path) {
    return bed.url(Component.AUDIT, "/v1/destruction/plans" + path);
  }
}
