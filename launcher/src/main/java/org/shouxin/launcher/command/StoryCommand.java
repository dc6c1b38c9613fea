package org.shouxin.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.RunState;
import org.shouxin.launcher.story.Story;
import org.shouxin.launcher.story.StoryLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells the life of one customer's data on the running system, or on one started for it. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = {
      "Tells the life of one customer's data in 20 steps on the running system, each a line with its"
          + " events, and verifies the log at its end (docs/story.md). Takes about a minute.",
      "Where nothing runs, the system is started for it and stopped afterwards."
    })
final class StoryCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "zh-CN or en (default: en).")
  private String language = "";

  @Override
  public Integer call() throws IOException {
    Layout layout = home.lastLayout();
    StoryLanguage told = language();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (RunState.isReady(layout.home())) {
      Story.on(layout, told, out::println).tell();
      return 0;
    }
    try (Installation started = Installation.start(layout, new Progress(out))) {
      Story.on(started.layout(), told, out::println).tell();
    }
    return 0;
  }

  private StoryLanguage language() {
    for (StoryLanguage known : StoryLanguage.values()) {
      if (known.tag().equals(language)) {
        return known;
      }
    }
    throw new LauncherException("The story is not told in " + language + ". Take zh-CN or en.");
  }
}
