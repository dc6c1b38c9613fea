package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A step as it was told.
 *
 * @param from when it began
 * @param events its entries of the log, in the order of {@code story/events.csv}; those of jobs
 *     join when the story ends
 */
public record ToldStep(int number, Instant from, List<JsonNode> events) {

  /** Types of the events, in order. */
  public List<String> types() {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }
}
