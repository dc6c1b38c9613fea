package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas as two processes on one database (issue 5 item 1). */
class ReplicasTest {
  @TempDir Path folder;

  @Test
  void aKilledLeaderAndOneThatSleptPastItsSuccessionLoseNothingAndForkNothing()
      throws IOException, InterruptedException, SQLException {
    try (OwnServer server = OwnServer.start(Files.createDirectory(folder.resolve("data")));
        ReplicaProcess first = start(server)) {
      first.awaitMore("ACK", 30);
      try (ReplicaProcess second = start(server)) {
        second.awaitMore("SHOWN", 3);
        assertThat(second.said("ACK")).isEmpty();

        first.close();
        second.awaitMore("ACK", 30);

        try (ReplicaProcess third = start(server)) {
          third.awaitMore("SHOWN", 3);
          second.signal("STOP");
          third.awaitMore("ACK", 30);
          int before = second.said("ACK").size();
          second.signal("CONT");
          second.awaitMore("SHOWN", 3);
          third.awaitMore("ACK", 30);
          assertThat(second.said("ACK").size() - before).isLessThanOrEqualTo(3);

          second.close();
          third.close();
          assertSound(server, List.of(first, second, third));
        }
      }
    }
  }

  private ReplicaProcess start(OwnServer server) throws IOException {
    return ReplicaProcess.start(server.url(), "audit", folder);
  }

  private static void assertSound(OwnServer server, List<ReplicaProcess> all) throws SQLException {
    assertThat(all).allSatisfy(replica -> assertThat(replica.said("HALTED")).isEmpty());
    try (Connection administrator = server.administrator("audit")) {
      KeptLog.assertSound(administrator, said(all, "ACK"), said(all, "SHOWN"));
    }
  }

  private static List<String> said(List<ReplicaProcess> all, String word) {
    return all.stream().flatMap(replica -> replica.said(word).stream()).toList();
  }
}
