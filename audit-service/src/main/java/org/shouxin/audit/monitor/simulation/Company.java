package org.shouxin.audit.monitor.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shouxin.audit.monitor.rule.ActorKey;

/** A broker's people and partners: sizes as of a branch with 20,000 customers. */
final class Company {
  private static final String CONTROLLER = "ctl-simulated";

  private final List<Worker> workers = new ArrayList<>();
  private int nextPerson = 1;

  Company(Random random) {
    for (int i = 0; i < 48; i++) {
      int book = 120 + random.nextInt(200);
      add("employee", "m-" + i, "client-manager", 8 + random.nextInt(14), 0.5, book);
    }
    for (int i = 0; i < 6; i++) {
      add("employee", "s-" + i, "supervisor", 6 + random.nextInt(10), 0.5, 1_500);
    }
    for (int i = 0; i < 3; i++) {
      add("employee", "c-" + i, "compliance-officer", 10 + random.nextInt(10), 0.7, 5_000);
    }
    add("employee", "a-0", "auditor", 6, 0.7, 5_000);
    int[] partners = {40, 120, 300, 700, 1_500, 2_500};
    for (int i = 0; i < partners.length; i++) {
      add("partner", "p-" + i, "partner", partners[i], 0.25, partners[i] * 40);
    }
  }

  List<Worker> workers() {
    return List.copyOf(workers);
  }

  /** One more worker, for an insider with months of honest work behind. */
  Worker add(String kind, String id, String role, double usual, double spread, int book) {
    Worker worker =
        new Worker(new ActorKey(CONTROLLER, kind, id), role, usual, spread, book, nextPerson);
    nextPerson += book;
    workers.add(worker);
    return worker;
  }
}
