package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * A CloudNativePG cluster that is brought back beside the working one from its backups and WAL. One
 * instance that archives nothing; only the administrator may connect, whose password the operator
 * makes for it alone.
 */
final class RecoveredCluster {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesApi api;
  private final String name;
  private final Duration pause;

  /**
   * @param pause between two looks at it
   */
  RecoveredCluster(KubernetesApi api, String of, Duration pause) {
    this.api = api;
    this.name = "drill-" + of;
    this.pause = pause;
  }

  String name() {
    return name;
  }

  /**
   * What is asked of the operator: the working cluster's image, disks and store, recovery instead
   * of a new database, and no backup of its own.
   */
  static ObjectNode manifest(String of, JsonNode working) {
    JsonNode spec = working.path("spec");
    ObjectNode cluster = JSON.createObjectNode();
    cluster.put("apiVersion", "postgresql.cnpg.io/v1").put("kind", "Cluster");
    ObjectNode metadata = cluster.putObject("metadata").put("name", "drill-" + of);
    metadata.putObject("labels").put("app.kubernetes.io/part-of", "shouxin");
    ObjectNode drill = cluster.putObject("spec").put("instances", 1);
    for (String same : new String[] {"imageName", "resources", "storage", "walStorage"}) {
      if (spec.has(same)) {
        drill.set(same, spec.path(same));
      }
    }
    drill.put("enableSuperuserAccess", true);
    ObjectNode postgresql = drill.putObject("postgresql");
    postgresql
        .putObject("parameters")
        .put("max_connections", spec.at("/postgresql/parameters/max_connections").asText("300"))
        .put("log_error_verbosity", "terse")
        .put("log_min_error_statement", "panic");
    postgresql
        .putArray("pg_hba")
        .add("hostssl all postgres all scram-sha-256")
        .add("host all all all reject");
    drill
        .putObject("certificates")
        .put("serverCASecret", "restore-drill-database-tls")
        .put("serverTLSSecret", "restore-drill-database-tls");
    drill
        .putObject("inheritedMetadata")
        .putObject("labels")
        .put("shouxin.org/role", "restored-database");
    drill.putObject("bootstrap").putObject("recovery").put("source", of);
    drill
        .putArray("externalClusters")
        .addObject()
        .put("name", of)
        .set("barmanObjectStore", spec.at("/backup/barmanObjectStore"));
    return cluster;
  }

  /** Asks for it, after what an interrupted drill left has gone. */
  void begin(String of, Duration patience) {
    JsonNode working =
        api.findCluster(of)
            .orElseThrow(() -> new BackupException("there is no cluster " + of + " to restore"));
    if (working.at("/spec/backup/barmanObjectStore").isMissingNode()) {
      throw new BackupException("the cluster " + of + " has no store of backups");
    }
    api.deleteCluster(name);
    long deadline = System.nanoTime() + patience.toNanos();
    while (api.findCluster(name).isPresent()) {
      waitOrFail(deadline, "an earlier drill's cluster " + name + " does not go away");
    }
    api.createCluster(manifest(of, working));
  }

  /** Returns the administrator's password once it can be entered. */
  String awaitReady(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<JsonNode> now = api.findCluster(name);
      if (now.isPresent() && now.get().at("/status/readyInstances").asInt() > 0) {
        Optional<String> password = api.findSecret(name + "-superuser", "password");
        if (password.isPresent()) {
          return password.get();
        }
      }
      waitOrFail(
          deadline,
          name
              + " was not brought back in time: "
              + now.map(one -> one.at("/status/phase").asText()).orElse("it is gone"));
    }
  }

  private void waitOrFail(long deadline, String fault) {
    if (System.nanoTime() > deadline) {
      throw new BackupException(fault);
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackupException("interrupted while " + name + " was brought back", e);
    }
  }

  /** Throws it away. */
  void end() {
    api.deleteCluster(name);
  }
}
