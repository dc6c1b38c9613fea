package org.shouxin.audit.verifier;

import java.util.Arrays;
import java.util.List;

/**
 * Tells what happened to the first bad entry, by laying the hashes of the stored entries beside the
 * leaf hashes of the tree.
 *
 * @param first log index of the first element of both lists
 */
record Difference(List<byte[]> stored, List<byte[]> signed, long first) {

  Fault toFault() {
    int i = 0;
    while (i < stored.size() && i < signed.size() && same(i, i)) {
      i++;
    }
    long index = first + i;
    if (i == stored.size() && signed.size() - stored.size() == 1) {
      return new Fault("entry %d was deleted".formatted(index));
    }
    if (i == stored.size()) {
      return new Fault("entries %d to %d are missing".formatted(index, first + signed.size() - 1));
    }
    if (i == signed.size()) {
      return new Fault("entry %d was added after signing".formatted(index));
    }
    int elsewhere = positionOf(stored.get(i), i + 1);
    if (elsewhere >= 0 && elsewhere < stored.size() && same(elsewhere, i)) {
      return new Fault("entry %d was exchanged with entry %d".formatted(index, first + elsewhere));
    }
    if (i + 1 < stored.size() && same(i + 1, i)) {
      return new Fault("entry %d was inserted after signing".formatted(index));
    }
    if (elsewhere == i + 1) {
      return new Fault("entry %d was deleted".formatted(index));
    }
    boolean nextIsInPlace = i + 1 < stored.size() && i + 1 < signed.size() && same(i + 1, i + 1);
    if (elsewhere >= 0 && !nextIsInPlace) {
      return new Fault("entries %d to %d were deleted".formatted(index, first + elsewhere - 1));
    }
    if (elsewhere >= 0) {
      return new Fault(
          "entry %d holds what was signed as entry %d".formatted(index, first + elsewhere));
    }
    return new Fault("entry %d was changed after signing".formatted(index));
  }

  private boolean same(int inStored, int inSigned) {
    return Arrays.equals(stored.get(inStored), signed.get(inSigned));
  }

  private int positionOf(byte[] hash, int from) {
    for (int i = from; i < signed.size(); i++) {
      if (Arrays.equals(hash, signed.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
