package org.shouxin.audit.checkpoint;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.log.CompleteTile;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TreeSnapshot;

/**
 * Grows the tree by what was read back from the database and signs it. A checkpoint goes to its
 * file first, then to the database, then to the world: whoever dies in between has shown nobody
 * anything that is not kept. Owned by one thread.
 */
final class Integrator {
  private static final int MOST_AT_ONCE = 16_384;
  private static final int READ_AT_ONCE = 2_048;

  private final TreeStore store;
  private final SigningKeys keys;
  private final KeptText file;
  private final Clock clock;
  private final TileCache tiles;
  private Frontier frontier = new Frontier();
  private @Nullable Checkpoint last;
  private @Nullable SignedNote unpublished;

  Integrator(TreeStore store, LogKey key, KeptText file, Clock clock) {
    this(store, new SigningKeys(key, Optional.empty()), file, clock);
  }

  Integrator(TreeStore store, SigningKeys keys, KeptText file, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.file = file;
    this.clock = clock;
    this.tiles = new TileCache(store);
  }

  /**
   * Finds where the log stands and that it agrees with everything signed so far.
   *
   * @throws CorruptLogException when the database was changed or set back behind a signed
   *     checkpoint
   */
  void load() throws SQLException, IOException {
    Frontier loaded = new Frontier();
    Optional<SignedNote> stored = store.latestCheckpoint();
    if (stored.isPresent()) {
      Checkpoint checkpoint = own(stored.get(), "the newest checkpoint in the database");
      loaded = frontierAt(checkpoint.size());
      requireRoot(loaded.snapshot(tiles).root(), checkpoint);
      last = checkpoint;
      unpublished = stored.get();
    }
    Optional<String> kept = file.read();
    if (kept.isPresent()) {
      requireAgreement(loaded, own(SignedNote.parse(kept.get()), "the checkpoint file"));
    }
    frontier = loaded;
  }

  /**
   * Signs what is new, or the checkpoint found at the start; nothing when the newest is published.
   */
  Optional<Publication> sign() throws SQLException, IOException {
    long size = Math.min(store.size(), frontier.size() + MOST_AT_ONCE);
    if (last != null && size <= last.size()) {
      requireNotShrunk(size);
      return republish();
    }
    Frontier grown = frontier.copy();
    List<CompleteTile> completed = new ArrayList<>();
    append(grown, size, completed);
    TreeSnapshot tree = grown.snapshot(withNew(completed));
    Checkpoint checkpoint = new Checkpoint(keys.origin(), size, tree.root());
    refuseIfSomeoneSignedMore(checkpoint);
    SignedNote note = keys.sign(checkpoint.text());
    file.write(note.toString());
    store.save(checkpoint, note, completed, clock.instant());
    return Optional.of(publish(grown, checkpoint, note));
  }

  /** Takes over what the leading replica has signed, after checking it against the entries. */
  Optional<Publication> follow() throws SQLException {
    Optional<SignedNote> newest = store.latestCheckpoint();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint checkpoint = own(newest.get(), "the newest checkpoint in the database");
    if (last != null && checkpoint.size() <= last.size()) {
      return republish();
    }
    Frontier grown = frontier.copy();
    append(grown, checkpoint.size(), new ArrayList<>());
    requireRoot(grown.snapshot(tiles).root(), checkpoint);
    return Optional.of(publish(grown, checkpoint, newest.get()));
  }

  private Publication publish(Frontier grown, Checkpoint checkpoint, SignedNote note) {
    frontier = grown;
    last = checkpoint;
    unpublished = null;
    return new Publication(note, checkpoint, grown.snapshot(tiles), clock.instant());
  }

  private Optional<Publication> republish() {
    SignedNote note = unpublished;
    Checkpoint checkpoint = last;
    return note == null || checkpoint == null
        ? Optional.empty()
        : Optional.of(publish(frontier, checkpoint, note));
  }

  private Frontier frontierAt(long size) throws SQLException {
    long first = size - size % HashTile.WIDTH;
    List<Hash> lastLeaves = store.entries(first, size).stream().map(Hash::ofLeaf).toList();
    if (lastLeaves.size() != size - first) {
      throw new CorruptLogException(
          "entries of [%d, %d) are missing below a signed checkpoint".formatted(first, size));
    }
    return Frontier.load(size, tiles, lastLeaves);
  }

  private void append(Frontier grown, long size, List<CompleteTile> completed) throws SQLException {
    while (grown.size() < size) {
      long from = grown.size();
      long to = Math.min(size, from + READ_AT_ONCE);
      List<byte[]> entries = store.entries(from, to);
      if (entries.size() != to - from) {
        throw new CorruptLogException("entries of [%d, %d) are missing".formatted(from, to));
      }
      entries.forEach(entry -> grown.append(Hash.ofLeaf(entry), completed::add));
    }
  }

  private void requireAgreement(Frontier loaded, Checkpoint kept) throws SQLException {
    if (store.size() < kept.size()) {
      throw new CorruptLogException(
          "the database holds %d entries, but %d were signed; it was set back"
              .formatted(store.size(), kept.size()));
    }
    if (kept.size() <= loaded.size()) {
      requireRoot(loaded.snapshot(tiles).rootOf(kept.size()), kept);
      return;
    }
    Frontier further = loaded.copy();
    List<CompleteTile> completed = new ArrayList<>();
    append(further, kept.size(), completed);
    requireRoot(further.snapshot(withNew(completed)).root(), kept);
  }

  private void refuseIfSomeoneSignedMore(Checkpoint next) throws IOException {
    Optional<String> kept = file.read();
    if (kept.isPresent()) {
      Checkpoint other = own(SignedNote.parse(kept.get()), "the checkpoint file");
      boolean fork = other.size() == next.size() && !other.root().equals(next.root());
      if (other.size() > next.size() || fork) {
        throw new CorruptLogException(
            "size %d was signed already, so %d is not".formatted(other.size(), next.size()));
      }
    }
  }

  private void requireNotShrunk(long size) {
    if (last != null && size < last.size()) {
      throw new CorruptLogException(
          "the database holds %d entries, but %d were signed; it was set back"
              .formatted(size, last.size()));
    }
  }

  private Checkpoint own(SignedNote note, String where) {
    if (!keys.haveSigned(note)) {
      throw new CorruptLogException(where + " is not signed by this log's key");
    }
    return Checkpoint.parse(note.text());
  }

  private static void requireRoot(Hash root, Checkpoint checkpoint) {
    if (!root.equals(checkpoint.root())) {
      throw new CorruptLogException(
          "the stored log of size %d has another root than was signed"
              .formatted(checkpoint.size()));
    }
  }

  /** Tiles of the store and those that this step has completed but not yet stored. */
  private org.shouxin.audit.log.FullTiles withNew(List<CompleteTile> completed) {
    return (level, index) ->
        completed.stream()
            .filter(tile -> tile.level() == level && tile.index() == index)
            .findFirst()
            .map(CompleteTile::tile)
            .orElseGet(() -> tiles.tile(level, index));
  }
}
