package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;

/** A book that the controller's importer sends, to the end of its reading. */
final class Imported {
  private Imported() {}

  /** Sends it; every row has to be taken, and to bring a policy. */
  static void of(Stage stage, String book) {
    JsonNode ended = read(stage, book);
    if (ended.path("newPolicies").asInt() == 0) {
      throw otherwise(ended);
    }
  }

  /** Sends it; every row has to be taken, and may tell what is known already. */
  static JsonNode read(Stage stage, String book) {
    Caller importer = stage.as("importer-" + stage.broker.controller().replaceFirst("^ctl-", ""));
    JsonNode begun =
        new Http()
            .post(
                stage.layout.url(Component.RECORDS).resolve("/v1/imports"),
                importer.token(),
                "text/csv",
                BodyPublishers.ofString(book));
    JsonNode ended =
        Wait.until(
            "the book",
            () ->
                Optional.of(
                        importer.get(Component.RECORDS, "/v1/imports/" + begun.path("id").asText()))
                    .filter(now -> !now.path("state").asText().equals("RUNNING")));
    if (ended.path("rowsRejected").asInt() != 0) {
      throw otherwise(ended);
    }
    return ended;
  }

  private static LauncherException otherwise(JsonNode ended) {
    return new LauncherException("The story was told otherwise: its book was read as " + ended);
  }
}
