package org.shouxin.records.transfer.room;

import java.util.List;
import java.util.Map;

/**
 * People who are only ever counted together.
 *
 * @param common value of each dimension that all of them share; the others are absent
 */
record Block(Map<Dimension, String> common, int people) {
  Block {
    common = Map.copyOf(common);
  }

  /** Whether all of them share a value in each of these dimensions. */
  boolean tells(List<Dimension> dimensions) {
    return common.keySet().containsAll(dimensions);
  }
}
