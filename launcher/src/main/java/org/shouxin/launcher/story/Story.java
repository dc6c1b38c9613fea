package org.shouxin.launcher.story;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.shouxin.launcher.Layout;

/**
 * The story of docs/story.md, told on a running installation: by people with tokens of their own,
 * through the gateway; what nobody could do, such as letting ten years pass, is said openly.
 */
public final class Story {
  private static final List<Chapter> CHAPTERS =
      List.of(
          new FirstDay(),
          new Acquaintance(),
          new Application(),
          new DailyService(),
          new Sharing(),
          new Inventory(),
          new OwnData(),
          new LeakFound(),
          new Reviews(),
          new Merger(),
          new Parting(),
          new TenYearsLater());

  private final Stage stage;

  private Story(Stage stage) {
    this.stage = stage;
  }

  /**
   * A story with persons of its own.
   *
   * @param out takes its lines
   */
  public static Story on(Layout layout, StoryLanguage language, Consumer<String> out) {
    return new Story(new Stage(layout, new Narrator(language, out), Clock.systemUTC()));
  }

  /**
   * Tells it to its end and checks the end.
   *
   * @return the steps with their events of the log
   * @throws org.shouxin.launcher.LauncherException naming what was otherwise than it is told
   */
  public List<ToldStep> tell() {
    stage.narrator.say("begin", stage.cast.managerNo);
    CHAPTERS.forEach(chapter -> chapter.play(stage));
    List<ToldStep> told = new EndCheck(stage).passed();
    stage.narrator.say("end");
    return told;
  }
}
