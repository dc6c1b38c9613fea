package org.shouxin.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Installation;
import org.shouxin.launcher.LogTiles;

/** Reads the public log as a stranger does: checkpoint and bundles of entries over HTTP. */
final class LogReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http = new Http();
  private final URI base;
  private final URI witness;

  LogReader(Installation installation) {
    this.base = installation.url(Component.AUDIT).resolve("/tlog/");
    this.witness = installation.url(Component.WITNESS);
  }

  Checkpoint checkpoint() {
    return Checkpoint.parse(http.getBytes(base.resolve("checkpoint"), null));
  }

  /** What the witness keeps of the log (C2SP tlog-witness): it outlives any rollback. */
  Checkpoint witnessed(String origin) {
    String name = HexFormat.of().formatHex(sha256(origin));
    return Checkpoint.parse(http.getBytes(witness.resolve("/" + name + "/checkpoint"), null));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Every entry up to the checkpoint, and the root of the list at each size of {@code sizes}. */
  Reading read(Checkpoint until, Iterable<Long> sizes) {
    List<JsonNode> entries = new ArrayList<>();
    Map<Long, String> roots = new HashMap<>();
    CompactRoot tree = new CompactRoot();
    sizes.forEach(size -> roots.put(size, ""));
    roots.put(until.size(), "");
    for (long bundle = 0; bundle * LogTiles.WIDTH < until.size(); bundle++) {
      long width = Math.min(LogTiles.WIDTH, until.size() - bundle * LogTiles.WIDTH);
      ByteBuffer bytes =
          ByteBuffer.wrap(
              http.getBytes(base.resolve(LogTiles.path("tile/entries", bundle, width)), null));
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        tree.add(entry);
        entries.add(parse(entry));
        long size = entries.size();
        roots.computeIfPresent(size, (at, none) -> tree.root());
      }
    }
    return new Reading(entries, roots);
  }

  /**
   * @param roots of the list at the sizes that were asked for; empty where it is not so long
   */
  record Reading(List<JsonNode> entries, Map<Long, String> roots) {}

  private static JsonNode parse(byte[] entry) {
    try {
      return JSON.readTree(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
