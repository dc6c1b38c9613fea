package org.shouxin.launcher.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.LogTiles;

/** The public log from the story's beginning on, read as anybody may read it (C2SP tlog-tiles). */
final class LoggedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI log;
  private final Http http = new Http();
  private final List<JsonNode> entries = new ArrayList<>();
  private long next;

  LoggedEvents(Layout layout) {
    this.log = layout.url(Component.AUDIT).resolve("/tlog/");
    this.next = size();
  }

  /** Every entry that came since the story began, in the log's order. */
  List<JsonNode> all() {
    long size = size();
    while (next < size) {
      long bundle = next / LogTiles.WIDTH;
      long width = Math.min(LogTiles.WIDTH, size - bundle * LogTiles.WIDTH);
      readFrom(bundle, (int) width);
    }
    return List.copyOf(entries);
  }

  private void readFrom(long bundle, int width) {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            http.getBytes(log.resolve(LogTiles.path("tile/entries", bundle, width)), null));
    for (int i = 0; i < width; i++) {
      byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
      bytes.get(entry);
      if (bundle * LogTiles.WIDTH + i == next) {
        entries.add(json(entry));
        next++;
      }
    }
  }

  private static JsonNode json(byte[] entry) {
    try {
      return JSON.readTree(new String(entry, StandardCharsets.UTF_8));
    } catch (JsonProcessingException notJson) {
      throw new LauncherException("An entry of the log is not JSON. Verify the log.", notJson);
    }
  }

  /** The second line of a checkpoint is the number of its entries. */
  private long size() {
    String checkpoint =
        new String(http.getBytes(log.resolve("checkpoint"), null), StandardCharsets.UTF_8);
    return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
  }
}
