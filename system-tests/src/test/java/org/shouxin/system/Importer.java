package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.shouxin.launcher.Component;

/** Sends books to records-service as the controller's importer. */
final class Importer {
  private final URI records;
  private final String token;

  Importer(RunningSystem system) {
    this.records = system.url(Component.RECORDS);
    this.token = system.installation().token("importer-donghai");
  }

  /** Sends a file and waits until it is read; the import's last state. */
  JsonNode send(byte[] file) {
    Answer accepted = post(file);
    assertThat(accepted.status()).as(accepted.body()).isIn(200, 201, 202);
    String id = accepted.json().path("id").asText();
    Eventually.passes(() ->
        assertThat(progress(id).path("state").asText())
            .as(progress(id).toString())
            .isNotIn("RECEIVED", "QUEUED", "RUNNING"));
    return progress(id);
  }

  /** The answer to a file, whatever it is. */
  Answer post(byte[] file) {
    return Caller.send(
        request("/v1/imports")
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build());
  }

  /** What is wrong with a file that was imported: {@code row,application_no,column,code}. */
  List<String> defects(JsonNode imported) {
    Answer csv =
        Caller.send(
            request("/v1/imports/" + imported.path("id").asText() + "/defects").GET().build());
    assertThat(csv.status()).as(csv.body()).isEqualTo(200);
    return csv.body().lines().toList();
  }

  private JsonNode progress(String id) {
    return Caller.send(request("/v1/imports/" + id).GET().build()).json();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(records.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token);
  }
}
