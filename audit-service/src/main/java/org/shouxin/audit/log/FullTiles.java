package org.shouxin.audit.log;

/** Where complete tiles, which never change again, are fetched from. */
@FunctionalInterface
public interface FullTiles {
  /**
   * The full tile {@code index} of {@code level}; one that does not exist is a broken store and
   * throws.
   */
  HashTile tile(int level, long index);
}
