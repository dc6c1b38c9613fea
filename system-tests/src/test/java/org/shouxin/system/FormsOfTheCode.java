package org.shouxin.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The components of the portal that change something, found in its code: each has a {@code
 * Submission}, since {@code change} takes no act from elsewhere.
 */
final class FormsOfTheCode {
  private static final String APP = "gateway/src/main/resources/web/app";
  private static final Pattern COMPONENT = Pattern.compile("@customElement\\('([a-z-]+)'\\)");

  private FormsOfTheCode() {}

  /** Those of the staff's console. */
  static Set<String> ofTheConsole() {
    return in(Project.path(APP + "/console"));
  }

  /** Those of the customers' pages. */
  static Set<String> ofThePortal() {
    Set<String> all = in(Project.path(APP));
    all.removeAll(ofTheConsole());
    return all;
  }

  private static Set<String> in(Path folder) {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".ts"))
          .map(Project::read)
          .filter(code -> code.contains("= new Submission("))
          .forEach(code -> found.add(nameIn(code)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }

  private static String nameIn(String code) {
    Matcher component = COMPONENT.matcher(code.substring(0, code.indexOf("= new Submission(")));
    String last = "";
    while (component.find()) {
      last = component.group(1);
    }
    return last;
  }
}
