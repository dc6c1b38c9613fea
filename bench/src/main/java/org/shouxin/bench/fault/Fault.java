package org.shouxin.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Something that goes wrong on one machine, and what makes it good again (performance.md 4).
 *
 * @param name as the story of a seed says it
 * @param mostMillis how long it lasts at most
 */
record Fault(String name, int mostMillis, Strike strike) {
  private static final int SHORT = 1_000;
  private static final int LONG = 4_000;

  /** Longer than the sequencer's lease of ten seconds: it wakes up without its lock. */
  private static final int PAST_THE_LEASE = 14_000;

  private static final String BACKENDS =
      "select string_agg(pid::text, ',') from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
  private static final String END_SESSIONS =
      "select count(pg_terminate_backend(pid)) from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

  /** Does it, and says how it is made good. */
  @FunctionalInterface
  interface Strike {
    Heal on(Installation installation, Random random);
  }

  /** Makes a fault good; what is not ready then gets ready by itself. */
  @FunctionalInterface
  interface Heal {
    void heal();
  }

  /** What can go wrong with this machine too: its network, its disk and its clock. */
  static List<Fault> ofMachine(Installation installation) {
    List<Fault> faults = new ArrayList<>(ofProcesses());
    faults.addAll(Network.faults());
    faults.addAll(SmallDisk.faults(installation));
    faults.addAll(MovedClock.faults());
    return faults;
  }

  /** What goes wrong with processes, in the order in which seeds choose. */
  static List<Fault> ofProcesses() {
    List<Fault> faults = new ArrayList<>();
    for (Component service : Component.services()) {
      faults.add(killed(service));
      faults.add(paused(service, service == Component.AUDIT ? PAST_THE_LEASE : LONG));
    }
    faults.add(killed(Component.POSTGRESQL));
    faults.add(killed(Component.KEY_STORE));
    faults.add(killed(Component.WITNESS));
    faults.add(killed(Component.KEYCLOAK));
    faults.add(paused(Component.POSTGRESQL, LONG));
    faults.add(paused(Component.KEYCLOAK, LONG));
    faults.add(paused(Component.WITNESS, LONG));
    faults.add(
        new Fault(
            "a backend of postgresql killed",
            SHORT,
            (installation, random) -> {
              List<String> pids = List.of(text(installation, BACKENDS).split(","));
              signal("KILL", List.of(Long.parseLong(pids.get(random.nextInt(pids.size())))));
              return () -> {};
            }));
    faults.add(
        new Fault(
            "all sessions of postgresql ended",
            SHORT,
            (installation, random) -> {
              var unused = text(installation, END_SESSIONS);
              return () -> {};
            }));
    return faults;
  }

  private static Fault killed(Component victim) {
    return new Fault(
        victim.title() + " killed",
        SHORT,
        (installation, random) -> {
          installation.kill(victim);
          return () -> installation.startAgain(victim);
        });
  }

  /** Neither dead nor alive, as a process that swaps or a network that swallows. */
  private static Fault paused(Component victim, int most) {
    return new Fault(
        victim.title() + " paused",
        most,
        (installation, random) -> {
          List<Long> pids = family(installation.pid(victim).orElseThrow());
          signal("STOP", pids);
          return () -> signal("CONT", pids);
        });
  }

  /** A process and its children: PostgreSQL is many. */
  private static List<Long> family(long pid) {
    Stream<Long> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return Stream.concat(Stream.of(pid), children).toList();
  }

  private static void signal(String name, List<Long> pids) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids.forEach(pid -> command.add(Long.toString(pid)));
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0 && pids.stream().anyMatch(Fault::exists)) {
        throw new LauncherException("The signal " + name + " could not be sent to " + pids + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }

  private static boolean exists(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
      return !stat.contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }

  private static String text(Installation installation, String query) {
    try (var connection = installation.administrator(DatabaseName.AUDIT);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new LauncherException("PostgreSQL did not answer before a fault.", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
