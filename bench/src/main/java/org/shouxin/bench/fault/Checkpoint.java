package org.shouxin.bench.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a checkpoint that count here (C2SP tlog-checkpoint); signatures are others' work.
 */
record Checkpoint(String origin, long size, String root) {

  static Checkpoint parse(byte[] note) {
    List<String> lines = new String(note, StandardCharsets.UTF_8).lines().limit(3).toList();
    return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
  }
}
