package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One event of a step, as {@code story/events.csv} and docs/story.md list it.
 *
 * @param step 1 to 20
 * @param told the name that story.md gives it
 * @param type our event type; empty where the product or the story has no such event
 * @param marks texts that its entry holds besides, such as a purpose or a recipient
 * @param state whether it is shown at once, later by a job, or not
 */
record ExpectedEvent(
    int step, String told, String type, List<String> marks, State state, String requirement) {

  /** What the story can show of an event. */
  enum State {
    /** In the log when the step ends. */
    NOW,
    /**
     * Written by a job that comes by once a minute, or in a later step; there when the story ends.
     */
    LATER,
    /** In the product, but its act is not part of the story as it is told here. */
    ELSEWHERE,
    /** Not in the product. */
    MISSING
  }

  /** Whether the log has to hold it. */
  boolean isShown() {
    return state == State.NOW || state == State.LATER;
  }

  boolean fits(JsonNode entry) {
    return entry.path("type").asText().equals(type)
        && marks.stream().allMatch(text(entry)::contains);
  }

  private static String text(JsonNode entry) {
    return entry.toString();
  }
}
