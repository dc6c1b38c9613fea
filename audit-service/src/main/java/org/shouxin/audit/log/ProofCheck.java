package org.shouxin.audit.log;

import java.util.List;

/** The two verification algorithms of RFC 9162 (2.1.3.2 and 2.1.4.2), straight from its text. */
public final class ProofCheck {
  private ProofCheck() {}

  /**
   * Whether {@code path} proves that {@code leaf} is entry {@code index} of the tree with this size
   * and root.
   */
  public static boolean includes(long index, long size, Hash leaf, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    Hash r = leaf;
    for (Hash p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = Hash.ofNode(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        r = Hash.ofNode(r, p);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && r.equals(root);
  }

  /**
   * Whether {@code proof} shows that the tree of the newer root began with the tree of the older
   * one.
   */
  public static boolean consistent(
      long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
    if (older <= 0 || older > newer) {
      return false;
    }
    if (older == newer) {
      return proof.isEmpty() && olderRoot.equals(newerRoot);
    }
    if (proof.isEmpty()) {
      return false;
    }
    boolean complete = Long.bitCount(older) == 1;
    Hash fr = complete ? olderRoot : proof.getFirst();
    Hash sr = fr;
    long fn = older - 1;
    long sn = newer - 1;
    while ((fn & 1) == 1) {
      fn >>>= 1;
      sn >>>= 1;
    }
    for (Hash c : complete ? proof : proof.subList(1, proof.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hash.ofNode(c, fr);
        sr = Hash.ofNode(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        sr = Hash.ofNode(sr, c);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && fr.equals(olderRoot) && sr.equals(newerRoot);
  }
}
