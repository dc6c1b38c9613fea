package org.shouxin.records.intake.row;

/** A set of 64-bit keys with a 64-bit value each, 16 bytes a slot: a million numbers in 32 MB. */
final class LongTable {
  private long[] keys = new long[1024];
  private long[] values = new long[1024];
  private int size;

  /**
   * Stores a value for a new key; for a known key it changes nothing and returns the known value.
   */
  long putIfAbsent(long key, long value) {
    long stored = key == 0 ? 1 : key;
    int slot = slot(keys, stored);
    if (keys[slot] != 0) {
      return values[slot];
    }
    keys[slot] = stored;
    values[slot] = value;
    if (++size * 5L > keys.length * 3L) {
      grow();
    }
    return value;
  }

  boolean contains(long key) {
    return keys[slot(keys, key == 0 ? 1 : key)] != 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private static int slot(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) mix(key) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** 64 bits of a text: collisions are expected once in 4 billion texts. */
  static long hash(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x1F) * 0x100000001b3L;
    }
    return mix(hash);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
