package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Long texts of the story that stand in files beside it. */
final class JsonFile {
  private JsonFile() {}

  static ObjectNode read(String name) {
    String path = "/story/" + name;
    try (InputStream in = Objects.requireNonNull(JsonFile.class.getResourceAsStream(path), path)) {
      return (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
