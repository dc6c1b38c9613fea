package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.LauncherException;

/**
 * The story's End check: nobody is found any more, neither at New nor at Old, every event of every
 * step is there, none names anybody in plain text, and the log verifies from its first to its last
 * entry.
 */
final class EndCheck {
  /** A search by blind index. */
  static final String FIND =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-04\") { id } }";

  private final Stage stage;

  EndCheck(Stage stage) {
    this.stage = stage;
  }

  /** The steps with all their events, once everything holds. */
  List<ToldStep> passed() {
    requireNobodyFound();
    List<ToldStep> whole =
        stage.told().stream()
            .map(step ->
                new ToldStep(
                    step.number(),
                    step.from(),
                    stage.log().awaitJobs(step, stage.plot().shownIn(step.number()))))
            .toList();
    requireNothingPlain();
    stage.narrator.say("end.log", verified());
    return whole;
  }

  private void requireNobodyFound() {
    Cast cast = stage.cast;
    List<Map<String, String>> factors =
        List.of(
            cast.customer.factors(),
            cast.child.factors(),
            Map.of("name", cast.customer.name(), "mobile", cast.customer.mobile()),
            Map.of("name", cast.customer.name(), "mobile", cast.newMobile),
            Map.of("name", cast.customer.name(), "policyNumber", cast.policyNumber));
    for (Map<String, String> each : factors) {
      for (Caller manager : List.of(stage.manager(), stage.as(cast.managerAccount))) {
        if (manager.ask(FIND, Map.of("factors", each)).hasNonNull("id")) {
          throw new LauncherException(
              "The End check failed: somebody is still found by " + each.keySet() + ".");
        }
      }
    }
    stage.narrator.say("end.search", 2 * factors.size());
  }

  private void requireNothingPlain() {
    List<JsonNode> entries = stage.log().all();
    for (JsonNode entry : entries) {
      String text = entry.toString();
      if (stage.cast.identifiers().stream().anyMatch(text::contains)) {
        throw new LauncherException(
            "The End check failed: plain text in event " + entry.path("eventId").asText() + ".");
      }
    }
    stage.narrator.say("end.plain", entries.size());
  }

  /** What the stand-alone verifier says, which shares no code with the log. */
  private String verified() {
    Path project = stage.layout.project();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            project.resolve("audit-service/target/classes")
                + File.pathSeparator
                + project.resolve("launcher/target/lib/*"),
            "org.shouxin.audit.verifier.VerifyLog",
            stage.layout.url(Component.AUDIT) + "/tlog");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new LauncherException("The End check failed: the log does not verify. " + said);
      }
      return said.lines().reduce((first, last) -> last).orElse("");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", stopped);
    }
  }
}
