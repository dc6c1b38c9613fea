package org.shouxin.platform.block;

import java.util.List;
import java.util.Optional;

/** Keeps the list over a restart, where a service has a place for it. */
public interface BlockKeeper {
  /** For a service without a database. */
  BlockKeeper NONE =
      new BlockKeeper() {
        @Override
        public void keep(Kept list) {}

        @Override
        public Optional<Kept> find() {
          return Optional.empty();
        }
      };

  /** A list with its version. */
  record Kept(long version, List<Block> blocks) {}

  /** Replaces what was kept. */
  void keep(Kept list);

  /** What was kept last. */
  Optional<Kept> find();
}
