package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells the story, a line a step, in one of two languages. */
final class Narrator {
  private final Properties lines = new Properties();
  private final Consumer<String> out;

  Narrator(StoryLanguage language, Consumer<String> out) {
    this.out = out;
    String file = "/story/" + language.tag() + ".properties";
    try (InputStream in = Objects.requireNonNull(Narrator.class.getResourceAsStream(file), file)) {
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A line without events. */
  void say(String key, Object... values) {
    out.accept(words(key, values));
  }

  /** What a step was, and which events it left. */
  void step(int number, List<JsonNode> events, Object... values) {
    String ids =
        events.stream()
            .map(event -> event.path("type").asText() + " " + event.path("eventId").asText())
            .collect(Collectors.joining(", "));
    out.accept("%2d  %s [%s]".formatted(number, words("step." + number, values), ids));
  }

  void timePasses(String key) {
    out.accept("    " + words("time") + words(key));
  }

  private String words(String key, Object... values) {
    String line = Objects.requireNonNull(lines.getProperty(key), key);
    return MessageFormat.format(line, values);
  }
}
