package org.shouxin.launcher.backup;

import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LogTiles;

/** The audit log as it is published (C2SP tlog-tiles): what a restore is measured by. */
final class PublishedLog {
  private final URI log;
  private final Http http;
  private final long size;
  private final byte[] root;

  /**
   * Reads its newest checkpoint.
   *
   * @param log ends with a slash
   */
  PublishedLog(URI log, Http http) {
    this.log = log;
    this.http = http;
    String checkpoint =
        new String(http.getBytes(log.resolve("checkpoint"), null), StandardCharsets.UTF_8);
    String[] lines = checkpoint.split("\n", -1);
    if (lines.length < 3
        || !lines[1].matches("\\d{1,18}")
        || !lines[2].matches("[A-Za-z0-9+/]{43}=")) {
      throw new BackupException("there is no checkpoint at " + log);
    }
    this.size = Long.parseLong(lines[1]);
    this.root = Base64.getDecoder().decode(lines[2]);
  }

  /** Entries below its newest checkpoint. */
  long size() {
    return size;
  }

  /** Up to 256 entries that begin at a multiple of 256; none above the checkpoint. */
  List<String> bundle(long number) {
    long first = number * LogTiles.WIDTH;
    long filled = Math.min(LogTiles.WIDTH, size - first);
    String path = LogTiles.path("tile/entries", number, filled);
    ByteBuffer bytes = ByteBuffer.wrap(http.getBytes(log.resolve(path), null));
    List<String> entries = new ArrayList<>();
    try {
      for (int i = 0; i < filled; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        entries.add(new String(entry, StandardCharsets.UTF_8));
      }
    } catch (BufferUnderflowException shorter) {
      throw new BackupException("the log's " + path + " is cut short", shorter);
    }
    return entries;
  }

  /**
   * The erasure ledger as the log has it, in its order, each line once.
   *
   * @throws BackupException when the entries do not have the root of the checkpoint: one that is
   *     left out or changed could be an erasure
   */
  List<Erased> erased() {
    List<Erased> erased = new ArrayList<>();
    TreeHead head = new TreeHead();
    for (long number = 0; number * LogTiles.WIDTH < size; number++) {
      List<String> entries = bundle(number);
      entries.forEach(head::add);
      entries.stream().filter(LoggedErasures::isOne).map(LoggedErasures::of).forEach(erased::add);
    }
    if (!MessageDigest.isEqual(head.root(), root)) {
      throw new BackupException("the published entries are not those of the log's checkpoint");
    }
    return List.copyOf(Attempts.union(List.of(), erased));
  }
}
