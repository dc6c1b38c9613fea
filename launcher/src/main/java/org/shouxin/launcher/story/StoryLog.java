package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.launcher.LauncherException;

/**
 * What of the log belongs to the story. The order of a step is that in which its events happened:
 * each service delivers its own in order, but no service waits for another.
 */
final class StoryLog {
  /** Two rounds of a job that comes by once a minute. */
  private static final Duration JOBS = Duration.ofSeconds(130);

  private static final Duration DELIVERY = Duration.ofSeconds(30);

  private final LoggedEvents log;
  private final Set<String> ids = new HashSet<>();

  StoryLog(LoggedEvents log) {
    this.log = log;
  }

  void about(String... more) {
    Collections.addAll(ids, more);
  }

  /** Everything since the story began, also what does not belong to it. */
  List<JsonNode> all() {
    return log.all();
  }

  /** The step's events, as soon as they are all there; without those that a job writes later. */
  List<JsonNode> await(int step, List<ExpectedEvent> expected, Instant from) {
    List<ExpectedEvent> now =
        expected.stream().filter(event -> event.state() == ExpectedEvent.State.NOW).toList();
    return await("step " + step, DELIVERY, now, from);
  }

  /** All events of the step, those of jobs included. */
  List<JsonNode> awaitJobs(ToldStep step, List<ExpectedEvent> expected) {
    return expected.size() == step.events().size()
        ? step.events()
        : await("jobs of step " + step.number(), JOBS, expected, step.from());
  }

  private List<JsonNode> await(
      String what, Duration patience, List<ExpectedEvent> expected, Instant from) {
    List<JsonNode> found = new ArrayList<>();
    try {
      return Wait.until(
          patience,
          what,
          () -> {
            found.clear();
            found.addAll(inOrder(expected, from));
            return found.size() == expected.size()
                ? Optional.of(List.copyOf(found))
                : Optional.empty();
          });
    } catch (LauncherException late) {
      throw new LauncherException(
          "The log holds no "
              + expected.get(found.size()).type()
              + " "
              + expected.get(found.size()).marks()
              + " of "
              + what
              + " after "
              + found.stream().map(entry -> entry.path("type").asText()).toList()
              + ". There are: "
              + since(from).stream().map(entry -> entry.path("type").asText()).toList()
              + ".",
          late);
    }
  }

  /** As many of the expected events as follow each other. */
  private List<JsonNode> inOrder(List<ExpectedEvent> expected, Instant from) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : since(from)) {
      if (found.size() < expected.size() && expected.get(found.size()).fits(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  private List<JsonNode> since(Instant from) {
    return log.all().stream()
        .filter(entry -> !occurred(entry).isBefore(from))
        .filter(this::belongs)
        .sorted(Comparator.comparing(StoryLog::occurred))
        .toList();
  }

  private static Instant occurred(JsonNode entry) {
    return Instant.parse(entry.path("occurredAt").asText());
  }

  /** It names somebody or something of the story, or nobody and nothing. */
  private boolean belongs(JsonNode entry) {
    String text = entry.toString();
    return ids.stream().anyMatch(text::contains)
        || !(entry.has("subjectRef") || entry.path("resource").has("id"));
  }
}
