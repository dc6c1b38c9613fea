package org.shouxin.audit.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.shouxin.audit.log.CompleteTile;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.testing.simulation.Schedule;

/** Checkpoints in memory, and everything that anybody was ever shown. Trees stay below one tile. */
public final class SimulatedTree implements TreeStore {
  private static final LogKey KEY =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[LogKey.SEED_BYTES]);

  private final Schedule schedule;
  private final Clock clock;
  private final boolean signing;
  private final Supplier<List<String>> log;
  private final TreeMap<Long, SignedNote> checkpoints = new TreeMap<>();
  private final List<Checkpoint> shown = new ArrayList<>();

  /**
   * @param signing false where nothing is signed: it costs more than all the rest of a run
   * @param log committed entries in their order
   */
  public SimulatedTree(
      Schedule schedule, Clock clock, boolean signing, Supplier<List<String>> log) {
    this.schedule = schedule;
    this.clock = clock;
    this.signing = signing;
    this.log = log;
  }

  /** The publisher of one replica, whose checkpoint file outlives its crashes. */
  public Signer signer() {
    return new Signer();
  }

  /** Checkpoints shown that are not of this log: a fork, or a log that was set back. */
  public List<String> contradictions() {
    List<Hash> roots = roots();
    return shown.stream()
        .filter(seen ->
            seen.size() >= roots.size() || !roots.get((int) seen.size()).equals(seen.root()))
        .map(seen -> "a checkpoint of size " + seen.size() + " was shown, which is not of this log")
        .distinct()
        .toList();
  }

  private List<Hash> roots() {
    Frontier frontier = new Frontier();
    List<Hash> roots = new ArrayList<>();
    roots.add(frontier.snapshot(this::noTile).root());
    for (String entry : shown.isEmpty() ? List.<String>of() : log.get()) {
      frontier.append(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)), _ -> {});
      roots.add(frontier.snapshot(this::noTile).root());
    }
    return roots;
  }

  private HashTile noTile(int level, long index) {
    throw new IllegalStateException("the simulated tree stays below one tile");
  }

  /** What the thread of {@link Publisher} does, a step at a time. */
  public final class Signer implements KeptText {
    private Optional<String> kept = Optional.empty();

    private Signer() {}

    /** Publishes for ever, or until the log halts. */
    public void run(LogState state) {
      Integrator integrator =
          new Integrator(SimulatedTree.this, new SigningKeys(KEY, Optional.empty()), this, clock);
      boolean loaded = !signing;
      if (loaded) {
        state.found();
      }
      while (signing && state.haltedBecause() == null) {
        schedule.step();
        try {
          if (!loaded) {
            integrator.load();
            loaded = true;
            state.found();
          }
          (state.isLeading() ? integrator.sign() : integrator.follow())
              .ifPresent(publication -> shown.add(publication.checkpoint()));
        } catch (CorruptLogException contradiction) {
          state.halt(String.valueOf(contradiction.getMessage()));
        } catch (SQLException | IOException | RuntimeException failed) {
          loaded = false;
        }
      }
    }

    @Override
    public Optional<String> read() {
      return kept;
    }

    @Override
    public void write(String text) {
      schedule.step();
      kept = Optional.of(text);
      schedule.step();
    }
  }

  @Override
  public long size() {
    schedule.step();
    return log.get().size();
  }

  @Override
  public List<byte[]> entries(long from, long to) {
    schedule.step();
    List<String> all = log.get();
    return all.subList((int) Math.min(from, all.size()), (int) Math.min(to, all.size())).stream()
        .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Optional<SignedNote> latestCheckpoint() {
    schedule.step();
    return checkpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(checkpoints.lastEntry().getValue());
  }

  @Override
  public Optional<HashTile> findTile(int level, long index) {
    return Optional.empty();
  }

  @Override
  public void save(
      Checkpoint checkpoint, SignedNote note, List<CompleteTile> tiles, Instant signedAt)
      throws SQLException {
    schedule.step();
    if (checkpoints.putIfAbsent(checkpoint.size(), note) != null) {
      throw new SQLException("log_checkpoint_pkey", "23505");
    }
    schedule.step();
  }
}
