package org.shouxin.bench.fault;

import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Component;

/**
 * The network between the processes of one machine, broken port by port with nftables (it needs
 * root): packets of both directions vanish, only the answers vanish, or connections are reset.
 */
final class Network {
  private static final String TABLE = "shouxin_fault_";
  private static final int MOST_MILLIS = 6_000;

  /** Longer than a client waits for an answer of a database that does not say no. */
  private static final int PAST_PATIENCE = 14_000;

  private Network() {}

  /** Nothing where nftables cannot be used. */
  static List<Fault> faults() {
    if (!Shell.works("nft", "list", "tables")) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    for (Component cut :
        List.of(
            Component.POSTGRESQL,
            Component.KEY_STORE,
            Component.KEYCLOAK,
            Component.AUDIT,
            Component.CONSENT,
            Component.RECORDS)) {
      int most = cut == Component.POSTGRESQL ? PAST_PATIENCE : MOST_MILLIS;
      faults.add(broken(cut, "cut off", most, "tcp dport %1$d drop", "tcp sport %1$d drop"));
      faults.add(broken(cut, "half open, its answers vanish", most, "tcp sport %1$d drop"));
      faults.add(
          broken(
              cut, "refusing and resetting", MOST_MILLIS, "tcp dport %1$d reject with tcp reset"));
    }
    return faults;
  }

  private static Fault broken(Component cut, String how, int most, String... rules) {
    return new Fault(
        cut.title() + " " + how,
        most,
        (installation, random) -> {
          int port = installation.layout().port(cut);
          String table = TABLE + port;
          Shell.run("nft", "add table ip " + table);
          Shell.run("nft", "flush table ip " + table);
          Shell.run(
              "nft",
              "add chain ip %s out { type filter hook output priority 0; }".formatted(table));
          for (String rule : rules) {
            Shell.run("nft", "add rule ip %s out oif lo %s".formatted(table, rule.formatted(port)));
          }
          return () -> Shell.run("nft", "delete table ip " + table);
        });
  }
}
