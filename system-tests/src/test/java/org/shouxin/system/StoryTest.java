package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.story.Story;
import org.shouxin.launcher.story.StoryLanguage;
import org.shouxin.launcher.story.ToldStep;

/** The 20 steps of docs/story.md on the running system, with their End check (issue 9). */
@SystemTest
class StoryTest {
  private final RunningSystem system;

  StoryTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void everyStepLeavesItsEventsInOrderAndNobodyOfTheStoryIsFoundInTheEnd() {
    List<String> lines = new ArrayList<>();
    List<ToldStep> told =
        Story.on(system.installation().layout(), StoryLanguage.CHINESE, lines::add).tell();

    assertThat(told).extracting(ToldStep::types).containsExactlyElementsOf(StoryPage.shown());
    for (ToldStep step : told) {
      assertThat(lines)
          .anySatisfy(line ->
              assertThat(line)
                  .startsWith("%2d  ".formatted(step.number()))
                  .contains(step.events().getFirst().path("eventId").asText()));
    }
  }
}
