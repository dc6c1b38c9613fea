package org.shouxin.audit.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.roaringbitmap.RoaringBitmap;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;

/**
 * Times leak traces by size of the sample: {@code TraceBench [ACCESSES] [SEED]}, 50,000,000 and 1
 * unless said. A PostgreSQL of its own holds the bitmaps of a year of that many generated accesses
 * by 500 actors (ten platforms with 1,200,000 each, employees with the rest) to 2,000,000 people.
 * One platform leaked: 70 % of each sample are its people, 30 % strangers, and 10 % of its reads
 * are missing in the log. Prints a JSON list of {@code {name, value, unit, baseline, ratio}}; times
 * are medians of three, from the upload's text to the ranking.
 */
public final class TraceBench {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 1);
  private static final int DAYS = 365;
  private static final int ACTORS = 500;
  private static final int PLATFORMS = 10;
  private static final int[] SIZES = {10_000, 100_000, 800_000, 1_000_000};

  private final long accesses;
  private final int people;
  private final SplittableRandom random;
  private final List<Map<String, @Nullable Object>> results = new ArrayList<>();
  private final RoaringBitmap leakersPeople = new RoaringBitmap();

  private TraceBench(long accesses, long seed) {
    this.accesses = accesses;
    this.people = (int) Math.max(2_000, accesses / 25);
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] args) throws IOException, SQLException {
    long accesses = args.length > 0 ? Long.parseLong(args[0]) : 50_000_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("shared_buffers", "512MB").start()) {
      TraceBench bench = new TraceBench(accesses, seed);
      bench.run(server);
      System.out.println(new ObjectMapper().writeValueAsString(bench.results));
    }
  }

  private void run(EmbeddedPostgres server) throws SQLException, IOException {
    long begun = System.nanoTime();
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      Flyway.configure()
          .dataSource(server.getPostgresDatabase())
          .initSql(
              "do $$ begin create role audit; exception when duplicate_object then null; end $$")
          .locations("classpath:db/migration")
          .load()
          .migrate();
      numberPeople(connection);
      long rows = storeReads(connection);
      add("trace.index.rows", rows, "rows");
    }
    add("trace.index.build", seconds(begun), "s");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(server.getJdbcUrl("postgres", "postgres"));
    Traces traces = traces(new Database(database));
    long rolling = System.nanoTime();
    new Database(database)
        .write(
            DONGHAI,
            handle -> {
              new MonthRows().rollUp(handle, DONGHAI, FIRST_DAY.plusDays(DAYS));
              return rolling;
            });
    add("trace.index.roll.up", seconds(rolling), "s");
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (int size : SIZES) {
      if (size <= people / 2) {
        time(traces, size);
      }
    }
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    add("trace.heap.peak", peak / 1_048_576, "MiB");
  }

  private void time(Traces traces, int size) throws IOException {
    byte[] upload = sample(size).getBytes(StandardCharsets.US_ASCII);
    List<Double> times = new ArrayList<>();
    boolean first = true;
    for (int round = 0; round < 3; round++) {
      long begun = System.nanoTime();
      try (InputStream lines = new ByteArrayInputStream(upload)) {
        LeakTrace trace =
            traces.run(
                officer(),
                LeakedPeople.read(lines),
                Leak.of(Instant.parse("2026-11-22T00:00:00Z"), List.of(), List.of()));
        first &= trace.suspects().getFirst().actorId().equals(actor(0));
      }
      times.add(seconds(begun));
    }
    times.sort(null);
    add("trace.time." + size, times.get(1), "s");
    add("trace.guilty.first." + size, first ? 1 : 0, "bool");
  }

  /** 70 % people whom the leaker read, 30 % strangers, one id a line. */
  private String sample(int size) {
    StringBuilder lines = new StringBuilder();
    int[] known = leakersPeople.toArray();
    for (int i = 0; i < size; i++) {
      int person = i % 10 < 7 ? known[random.nextInt(known.length)] : random.nextInt(people * 2);
      lines.append(id(person)).append('\n');
    }
    return lines.toString();
  }

  private void numberPeople(Connection connection) throws SQLException, IOException {
    PGConnection copy = connection.unwrap(PGConnection.class);
    int chunk = 100_000;
    for (int from = 0; from < people; from += chunk) {
      StringBuilder rows = new StringBuilder();
      for (int number = from; number < Math.min(people, from + chunk); number++) {
        rows.append(DONGHAI.value() + "\t" + id(number) + "\t" + number + "\n");
      }
      copy.getCopyAPI()
          .copyIn(
              "copy trace_subject (controller_id, subject_ref, number) from stdin",
              new StringReader(rows.toString()));
    }
  }

  private long storeReads(Connection connection) throws SQLException {
    long rows = 0;
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into trace_reads values (?, ?, ?, ?::date, ?, ?::timestamptz, ?::timestamptz)")) {
      for (int actor = 0; actor < ACTORS; actor++) {
        long reads = isPlatform(actor) ? accesses * 12 / 500 : accesses * 380 / 500 / 490;
        for (int day = 0; day < DAYS; day++) {
          RoaringBitmap subjects = day(actor, (int) (reads / DAYS));
          String date = FIRST_DAY.plusDays(day).toString();
          insert.setString(1, DONGHAI.value());
          insert.setString(2, isPlatform(actor) ? "partner" : "employee");
          insert.setString(3, actor(actor));
          insert.setString(4, date);
          insert.setBytes(5, bytes(subjects));
          insert.setString(6, date + "T01:00:00Z");
          insert.setString(7, date + "T10:00:00Z");
          insert.addBatch();
          rows++;
        }
        insert.executeBatch();
        connection.commit();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze trace_reads");
      statement.execute("analyze trace_subject");
    }
    connection.commit();
    connection.setAutoCommit(true);
    return rows;
  }

  /** One actor's people of a day: mostly of its own region, some from anywhere. */
  private RoaringBitmap day(int actor, int reads) {
    RoaringBitmap logged = new RoaringBitmap();
    int region = isPlatform(actor) ? people / 2 : people / 50;
    int base = isPlatform(actor) ? actor * (people / 20) : (actor % 49) * region;
    for (int i = 0; i < reads; i++) {
      int person = random.nextInt(10) < 9 ? base + random.nextInt(region) : random.nextInt(people);
      if (actor == 0) {
        leakersPeople.add(person);
      }
      if (actor != 0 || random.nextInt(10) > 0) {
        logged.add(person);
      }
    }
    return logged;
  }

  private static boolean isPlatform(int actor) {
    return actor < PLATFORMS;
  }

  private static String actor(int actor) {
    return (isPlatform(actor) ? "partner-" : "E") + actor;
  }

  /** A person's id, scattered as random ids are. */
  private static UUID id(int number) {
    SplittableRandom scattered = new SplittableRandom(number);
    return new UUID(scattered.nextLong(), scattered.nextLong());
  }

  private static byte[] bytes(RoaringBitmap bitmap) {
    bitmap.runOptimize();
    ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(buffer);
    return buffer.array();
  }

  private static Traces traces(Database database) {
    ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    MonthRows months = new MonthRows();
    ReadRows rows = new ReadRows(months);
    return new Traces(
        database,
        new TraceIndex(database, rows, new HeldRows(), months, Clock.systemUTC()),
        rows,
        new ClueRows(),
        new EvidenceRows(),
        new OwnEvents(json),
        json,
        Clock.systemUTC());
  }

  private static Actor officer() {
    return new Actor(ActorKind.EMPLOYEE, "1001", DONGHAI, Set.of(), null, "1001", null, null, null);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private void add(String name, Object value, String unit) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("name", name);
    result.put("value", value);
    result.put("unit", unit);
    result.put("baseline", null);
    result.put("ratio", null);
    results.add(result);
    System.err.println(name + " " + value + " " + unit);
  }

  private static double seconds(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
  }
}
