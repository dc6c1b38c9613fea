package org.shouxin.bench.fault;

import java.util.List;
import java.util.Random;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;

/**
 * The disk of both PostgreSQL servers when it is an image of its own ({@code bench/small-disk}): it
 * is full, or loses its power with everything that was not flushed.
 */
final class SmallDisk {
  private static final String SCRIPT =
      System.getProperty("shouxin.project", ".") + "/bench/small-disk";
  private static final int FULL_MILLIS = 8_000;
  private static final List<Component> ON_IT = List.of(Component.KEY_STORE, Component.POSTGRESQL);

  /** In the order in which an installation starts. */
  private static final List<Component> ALL =
      List.of(
          Component.KEY_STORE,
          Component.POSTGRESQL,
          Component.WITNESS,
          Component.KEYCLOAK,
          Component.AUDIT,
          Component.CONSENT,
          Component.RECORDS,
          Component.GATEWAY);

  private SmallDisk() {}

  /** Nothing where the databases share the machine's disk. */
  static List<Fault> faults(Installation installation) {
    if (!isSmall(installation)) {
      return List.of();
    }
    return List.of(
        new Fault("the disk of the databases full", FULL_MILLIS, SmallDisk::fill),
        new Fault("power cut", 1, (running, random) -> () -> cutPower(running)));
  }

  private static Fault.Heal fill(Installation installation, Random random) {
    ON_IT.forEach(installation::expectEnd);
    Shell.run(SCRIPT, "fill", home(installation));
    return () -> {
      Shell.run(SCRIPT, "free", home(installation));
      ON_IT.stream()
          .filter(server -> installation.pid(server).isEmpty())
          .forEach(installation::startAgain);
    };
  }

  /** The file system takes no write any more, then nobody is there who could write. */
  private static void cutPower(Installation installation) {
    ON_IT.forEach(installation::expectEnd);
    Shell.run(SCRIPT, "cut", home(installation));
    ALL.reversed().forEach(installation::kill);
    Shell.run(SCRIPT, "mount", home(installation));
    ALL.forEach(installation::startAgain);
  }

  private static boolean isSmall(Installation installation) {
    return Shell.works("mountpoint", "-q", home(installation) + "/" + Component.POSTGRESQL.title());
  }

  private static String home(Installation installation) {
    return installation.layout().home().toString();
  }
}
