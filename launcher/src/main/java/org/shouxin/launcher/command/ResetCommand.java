package org.shouxin.launcher.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.shouxin.launcher.Cache;
import org.shouxin.launcher.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes all data of the installation, after asking. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Stops everything and deletes all data, after asking.")
final class ResetCommand implements Callable<Integer> {
  private static final String CACHE = "cache";

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Layout layout = home.layout(0);
    if (!Files.isDirectory(layout.home())) {
      System.out.println("There is nothing to delete.");
      return 0;
    }
    if (!yes && !agreed(layout.home())) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    DownCommand.stop(layout);
    for (Path entry : entries(layout.home())) {
      Cache.deleteAll(entry);
    }
    System.out.println("Deleted. The next ./shouxin up begins anew.");
    return 0;
  }

  private static boolean agreed(Path folder) {
    System.out.print("Delete all data in " + folder + "? Type yes: ");
    System.out.flush();
    Scanner answer = new Scanner(System.in, Charset.defaultCharset());
    return answer.hasNextLine() && "yes".equals(answer.nextLine().strip());
  }

  /** Everything but the unpacked programs and what the build keeps. */
  private static List<Path> entries(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> !file.endsWith(CACHE)).toList();
    }
  }
}
