package org.shouxin.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What arrived on telephones: the files of the demo's message folder. */
public final class Telephones {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private Telephones() {}

  /** Messages to a number, oldest first. */
  public static List<String> messages(String mobile) {
    Path folder =
        Path.of(
            ConfigProvider.getConfig().getValue("shouxin.correction.message-dir", String.class));
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Telephones::read)
          .filter(text -> text.startsWith(mobile + "\n"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The code in the newest message to a number. */
  public static String code(String mobile) {
    Matcher found = CODE.matcher(messages(mobile).getLast().split("\n", 2)[1]);
    if (!found.find()) {
      throw new AssertionError("no code in the message");
    }
    return found.group();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
