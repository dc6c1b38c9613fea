package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.shouxin.testing.PostgresServer;

/** A PostgreSQL server of one test's own, that can be killed and started again on its data. */
final class OwnServer implements AutoCloseable {
  private final Path data;
  private final EmbeddedPostgres server;

  private OwnServer(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  static OwnServer start(Path data) throws IOException, SQLException {
    OwnServer own =
        new OwnServer(
            data,
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start());
    try (Connection connection = own.administrator("postgres");
        Statement statement = connection.createStatement()) {
      String password = PostgresServer.get().password();
      statement.execute("create role audit_owner login password '" + password + "'");
      statement.execute("create role audit login password '" + password + "'");
      statement.execute("create database audit owner audit_owner");
    }
    try (Connection connection = own.administrator("audit");
        Statement statement = connection.createStatement()) {
      statement.execute("grant all on schema public to audit_owner");
      statement.execute(
          "alter default privileges for role audit_owner grant select, insert, update, delete on tables to audit");
    }
    Flyway.configure()
        .dataSource(own.url(), "audit_owner", PostgresServer.get().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return own;
  }

  String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/audit";
  }

  Connection administrator(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  /** Ends all of it at once, as the kernel would for lack of memory, and starts it again. */
  void killAndStartAgain() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    String pid = Files.readAllLines(lock).getFirst();
    Path programs = Files.readSymbolicLink(Path.of("/proc", pid, "exe")).resolveSibling("pg_ctl");
    run(List.of("kill", "-9", pid));
    Files.delete(lock);
    List<String> start = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      start.addAll(List.of("unshare", "-U"));
    }
    start.addAll(List.of(programs.toString(), "-w", "-D", data.toString(), "-l"));
    start.addAll(List.of(data.resolve("again.log").toString(), "-o", "-p " + server.getPort()));
    start.add("start");
    int attempts = 0;
    while (run(start) != 0) {
      assertThat(attempts++).as("attempts to start the server again").isLessThan(20);
      Thread.sleep(500);
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
  }
}
