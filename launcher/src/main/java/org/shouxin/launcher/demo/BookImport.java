package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.HttpStatusException;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/** Sends a book to records-service as the controller's importer and waits until it is read. */
public final class BookImport {
  private static final int FAULT = 1;
  private static final int PAUSE_MILLIS = 200;
  private static final double REPORT_SECONDS = 2;
  private static final String ANY_FILE = "application/octet-stream";

  private final URI records;
  private final TokenEndpoint tokens;
  private final Progress progress;
  private final Http http = new Http();

  public BookImport(Layout layout, Progress progress) {
    this.records = layout.url(Component.RECORDS);
    this.tokens = TokenEndpoint.at(layout.url(Component.KEYCLOAK));
    this.progress = progress;
  }

  /**
   * Imports a book.
   *
   * @param file CSV or XLSX
   * @param controller whose book, e.g. {@code ctl-donghai}
   * @param staff the controller's staff list, sent first, so that their numbers are known
   * @param defects where to write what is wrong: {@code row,application_no,column,code}
   * @return 0 when the file was read, also with faulty rows or for the second time; else 1
   */
  public int run(Path file, String controller, @Nullable Path staff, @Nullable Path defects)
      throws IOException {
    String importer = "importer-" + controller.replaceFirst("^ctl-", "");
    if (!tokens.knows(importer)) {
      throw new LauncherException(
          "The demo realm has no importer for "
              + controller
              + ". Take ctl-donghai, ctl-xinghe or ctl-sandbox.");
    }
    try {
      if (staff != null) {
        http.put(records.resolve("/v1/staff"), tokens.accessToken(importer), ANY_FILE, body(staff));
      }
      JsonNode begun =
          http.post(
              records.resolve("/v1/imports"), tokens.accessToken(importer), ANY_FILE, body(file));
      JsonNode ended = await(begun, importer);
      report(file, ended);
      if (defects != null) {
        Files.write(defects, http.getBytes(at(ended, "/defects"), tokens.accessToken(importer)));
        progress.say("  defects: " + defects);
      }
      return ended.path("state").asText().equals("FAILED") ? FAULT : 0;
    } catch (HttpStatusException refused) {
      throw new LauncherException(
          file.getFileName() + " was not imported: " + refused.getMessage(), refused);
    }
  }

  private static java.net.http.HttpRequest.BodyPublisher body(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new LauncherException("There is no file " + file + ".", e);
    }
  }

  private JsonNode await(JsonNode begun, String importer) {
    JsonNode now = begun;
    double reported = progress.seconds();
    while (now.path("state").asText().equals("RUNNING")) {
      pause();
      now = http.get(at(begun, ""), tokens.accessToken(importer));
      if (progress.seconds() - reported > REPORT_SECONDS) {
        reported = progress.seconds();
        progress.step("  " + now.path("rowsRead").asLong() + " rows read");
      }
    }
    return now;
  }

  private void report(Path file, JsonNode ended) {
    String state = ended.path("state").asText();
    String what =
        switch (state) {
          case "COMPLETED" -> "is imported";
          case "IMPORT_DUPLICATE" -> "was imported before; nothing was imported again";
          default -> "could not be read to its end: " + ended.path("refusal").asText(state);
        };
    if (state.equals("IMPORT_DUPLICATE")) {
      progress.step(file.getFileName() + " " + what);
      return;
    }
    progress.step(
        String.format(
            Locale.ROOT,
            "%s %s: %d rows, %d accepted, %d rejected; %d customers, %d policies",
            file.getFileName(),
            what,
            ended.path("rowsRead").asLong(),
            ended.path("rowsAccepted").asLong(),
            ended.path("rowsRejected").asLong(),
            ended.path("newCustomers").asLong(),
            ended.path("newPolicies").asLong()));
  }

  private URI at(JsonNode one, String path) {
    return records.resolve("/v1/imports/" + one.path("id").asText() + path);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }
}
