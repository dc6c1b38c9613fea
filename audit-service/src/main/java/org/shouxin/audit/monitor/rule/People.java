package org.shouxin.audit.monitor.rule;

import java.util.Arrays;

/**
 * A bounded set of short hashes. When it is full, everybody counts as new: the count errs to the
 * side of an alert, the memory stays bounded.
 */
final class People {
  static final int MOST = 4_096;

  private int[] slots;
  private int size;

  People() {
    this.slots = new int[16];
  }

  /** True when the person was not in the set. */
  boolean add(int person) {
    if (size >= MOST) {
      return !contains(person);
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    int at = find(person);
    if (slots[at] == person) {
      return false;
    }
    slots[at] = person;
    size++;
    return true;
  }

  int[] toArray() {
    return Arrays.stream(slots).filter(slot -> slot != 0).toArray();
  }

  private boolean contains(int person) {
    return slots[find(person)] == person;
  }

  private int find(int person) {
    int at = (person * 0x9E3779B9 >>> 8) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != person) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private void grow() {
    int[] before = slots;
    slots = new int[before.length * 2];
    for (int person : before) {
      if (person != 0) {
        slots[find(person)] = person;
      }
    }
  }
}
