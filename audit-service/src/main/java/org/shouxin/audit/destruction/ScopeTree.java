package org.shouxin.audit.destruction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.log.Hash;

/**
 * The hashed scope list: an RFC 9162 Merkle tree over the items' leaf hashes in the order of their
 * text. Its root is what approver and witness name; a path proves to one person that her item stood
 * in the list, without showing her the others. Texts are base64url without padding.
 */
public final class ScopeTree {
  private final List<Hash> leaves;

  public ScopeTree(List<String> digests) {
    this.leaves = digests.stream().sorted().map(ScopeTree::read).toList();
  }

  /** Leaf of an item: five lines that say what is destroyed, in which plan, and how. */
  static String leaf(
      UUID plan,
      String store,
      @Nullable UUID subject,
      String recordRef,
      String retentionClass,
      Method method) {
    String text =
        String.join(
            "\n",
            "shouxin-destruction-item/v1",
            plan.toString(),
            store,
            subject == null ? "" : subject.toString(),
            retentionClass,
            recordRef,
            method.name(),
            "");
    return write(Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** How many items the list has. */
  public int size() {
    return leaves.size();
  }

  /** The root of the list. */
  public String root() {
    return write(rootOf(leaves));
  }

  /**
   * The place of an item and the path from it to the root, its sibling first.
   *
   * @throws IllegalArgumentException when the item is not in the list
   */
  public ScopePath path(String digest) {
    int index = leaves.indexOf(read(digest));
    if (index < 0) {
      throw new IllegalArgumentException("no such item in the list");
    }
    List<Hash> part = leaves;
    int at = index;
    List<String> outermostFirst = new ArrayList<>();
    while (part.size() > 1) {
      int split = Integer.highestOneBit(part.size() - 1);
      boolean left = at < split;
      outermostFirst.add(
          write(rootOf(left ? part.subList(split, part.size()) : part.subList(0, split))));
      part = left ? part.subList(0, split) : part.subList(split, part.size());
      at = left ? at : at - split;
    }
    return new ScopePath(index, leaves.size(), List.copyOf(outermostFirst.reversed()));
  }

  /** Where an item stands in the list and how it leads to the root. */
  public record ScopePath(int index, int size, List<String> hashes) {}

  private static Hash rootOf(List<Hash> part) {
    if (part.isEmpty()) {
      return Hash.EMPTY_TREE;
    }
    if (part.size() == 1) {
      return part.getFirst();
    }
    int split = Integer.highestOneBit(part.size() - 1);
    return Hash.ofNode(rootOf(part.subList(0, split)), rootOf(part.subList(split, part.size())));
  }

  private static String write(Hash hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
  }

  private static Hash read(String text) {
    return Hash.read(Base64.getUrlDecoder().decode(text), 0);
  }
}
