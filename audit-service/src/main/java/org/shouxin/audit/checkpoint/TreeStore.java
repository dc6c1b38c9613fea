package org.shouxin.audit.checkpoint;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouxin.audit.log.CompleteTile;
import org.shouxin.audit.log.HashTile;

/** What the tree is grown from, and where its tiles and checkpoints are kept. */
interface TreeStore {

  /** Number of entries that are committed. */
  long size() throws SQLException;

  /** Stored entries of [from, to) in order; fewer than asked when some are missing. */
  List<byte[]> entries(long from, long to) throws SQLException;

  Optional<SignedNote> latestCheckpoint() throws SQLException;

  Optional<HashTile> findTile(int level, long index) throws SQLException;

  /** Keeps a checkpoint and the tiles it completed, in one transaction; once for each size. */
  void save(Checkpoint checkpoint, SignedNote note, List<CompleteTile> tiles, Instant signedAt)
      throws SQLException;
}
