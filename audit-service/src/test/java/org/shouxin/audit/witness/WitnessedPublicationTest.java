package org.shouxin.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.Hash;

/** The witness as a process sees it: over HTTP. */
class WitnessedPublicationTest {
  @TempDir Path store;

  @Test
  void aCheckpointPostedOverHttpIsCosignedAndShownToMonitors()
      throws IOException, InterruptedException {
    LogKey log = new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);
    LogKey key = new LogKey("example.com/witness", VerifierKey.COSIGNATURE, new byte[32]);
    WitnessedLogs logs =
        new WitnessedLogs(
            store, key, TrustedLogs.of(List.of(log.verifierKey())), Clock.systemUTC());
    String note = log.sign(new Checkpoint("example.com/log", 0, Hash.EMPTY_TREE).text()).toString();
    try (Witness witness = new Witness(logs, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      String base = "http://127.0.0.1:" + witness.port() + "/";
      HttpResponse<String> cosigned =
          client.send(
              HttpRequest.newBuilder(URI.create(base + "add-checkpoint"))
                  .POST(HttpRequest.BodyPublishers.ofString("old 0\n\n" + note))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(cosigned.statusCode()).isEqualTo(200);
      HttpResponse<String> shown =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(base + WitnessedLogs.hash("example.com/log") + "/checkpoint"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(shown.body()).isEqualTo(note + cosigned.body());
    }
  }
}
