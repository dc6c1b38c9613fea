package org.shouxin.system.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.postgres.PostgresServer;
import org.shouxin.system.Project;

/** PostgreSQL for the node, set up by the script that the trial's database runs in a cluster. */
final class DatabaseStandIn {
  private static final int SET_UP_PORT = 19_432;

  /** A database whose migrations break off when ten tables are there. */
  private static final String BREAKS_OFF =
      """
      create database half owner consent_owner;
      grant connect on database half to consent
      \\connect half
      create schema fault;
      create function fault.after_ten() returns event_trigger language plpgsql as
        'begin if (select count(*) from pg_tables where schemaname = ''public'') > 10 then raise exception ''the disk is full''\\; end if\\; end';
      grant usage on schema fault to public;
      create event trigger after_ten on ddl_command_end execute function fault.after_ten()
      """;

  private final Path programs;
  private final Path data;
  private final Path folder;

  DatabaseStandIn(Path folder) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("postgresql");
    this.programs =
        PostgresServer.programs(new Layout(Project.folder(), folder.resolve("home"), 0));
  }

  /** Makes the databases and roles; passwords are set from the secrets, as an operator's are. */
  void setUp(NodeCertificate certificate, List<String> passwords)
      throws IOException, InterruptedException, SQLException {
    new ProcessBuilder("mkdir", "-p", data.toString()).start().waitFor();
    must(
        List.of(
            programs.resolve("bin/initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"));
    for (String name : List.of("tls.crt", "tls.key")) {
      Files.copy(certificate.store().resolveSibling(name), data.resolve(name));
    }
    must(List.of("chmod", "600", data.resolve("tls.key").toString()));
    Process server =
        new ProcessBuilder(server(SET_UP_PORT))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("set-up.log").toFile())
            .start();
    try {
      script(Project.read("k8s/components/database-trial/databases.sql"));
      script(String.join("\n", passwords));
      script(BREAKS_OFF);
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
      server.waitFor(20, TimeUnit.SECONDS);
    }
    Files.writeString(data.resolve("pg_hba.conf"), "hostssl all all all scram-sha-256\n");
  }

  /** The server as the manifests address it: TLS on 5432. */
  void start(ClusterNode node) throws IOException {
    node.run("postgresql.log", server(5432));
  }

  private List<String> server(int port) {
    List<String> command = new ArrayList<>(asOrdinaryUser());
    command.addAll(
        List.of(
            programs.resolve("bin/postgres").toString(),
            "-D",
            data.toString(),
            "-c",
            "port=" + port,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=200",
            "-c",
            "ssl=on",
            "-c",
            "ssl_cert_file=tls.crt",
            "-c",
            "ssl_key_file=tls.key"));
    return command;
  }

  private static List<String> asOrdinaryUser() {
    return List.of("unshare", "-U");
  }

  /** Runs a script of psql, of which it knows {@code \connect}. */
  private static void script(String text) throws SQLException, InterruptedException {
    String database = "postgres";
    for (String statement :
        text.replaceAll("(?m)^--.*$", "").split("(?<!\\\\);|(?m)(?=^\\\\connect)")) {
      String sql = statement.strip().replace("\\;", ";");
      if (sql.startsWith("\\connect")) {
        int end = sql.indexOf('\n') < 0 ? sql.length() : sql.indexOf('\n');
        database = sql.substring("\\connect".length(), end).strip();
        sql = sql.substring(end).strip();
      }
      if (!sql.isEmpty()) {
        try (Connection connection = connect(database);
            Statement run = connection.createStatement()) {
          run.execute(sql);
        }
      }
    }
  }

  private static Connection connect(String database) throws SQLException, InterruptedException {
    String url = "jdbc:postgresql://127.0.0.1:" + SET_UP_PORT + "/" + database;
    for (int tries = 0; ; tries++) {
      try {
        return DriverManager.getConnection(url, "postgres", "");
      } catch (SQLException notYet) {
        if (tries > 100) {
          throw notYet;
        }
        Thread.sleep(200);
      }
    }
  }

  private void must(List<String> command) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(command.getFirst().endsWith("initdb") ? asOrdinaryUser() : List.of());
    all.addAll(command);
    Process process =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("initdb.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("initdb.log")));
    }
  }
}
