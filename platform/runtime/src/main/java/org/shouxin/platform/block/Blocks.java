package org.shouxin.platform.block;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest list of blocks that is known here. While audit-service is away the last list stays in
 * force, whatever its age: nobody who was out comes in by that, and nobody else is kept out, since
 * reads go on without audit-service as well. The age is a metric; an old list is an alarm.
 */
@ApplicationScoped
public class Blocks {
  private final Clock clock;
  private volatile Map<Block.Subject, Block> bySubject = Map.of();
  private volatile long version = -1;
  private volatile @Nullable Instant confirmedAt;

  @Inject
  Blocks(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    metrics.gauge("shouxin.blocks.age.seconds", this, Blocks::ageInSeconds);
    metrics.gauge("shouxin.blocks.size", this, blocks -> blocks.bySubject.size());
  }

  /**
   * Where an actor stands.
   *
   * @param signedInAt when the person behind the token gave her credentials
   */
  public Standing of(Block.Subject subject, @Nullable Instant signedInAt) {
    Block block = bySubject.get(subject);
    return block == null ? new Standing.Open() : block.standing(clock.instant(), signedInAt);
  }

  /** Puts a whole list in force. */
  public void put(long newVersion, List<Block> blocks) {
    bySubject =
        blocks.stream().collect(Collectors.toUnmodifiableMap(Block::subject, Function.identity()));
    version = newVersion;
  }

  /** The version in force; -1 before the first list. */
  public long version() {
    return version;
  }

  /** Notes that audit-service has just said that the list is the newest. */
  void confirm() {
    confirmedAt = clock.instant();
  }

  /** Seconds since the list was last known to be the newest; since the epoch when it never was. */
  double ageInSeconds() {
    Instant at = confirmedAt;
    return (clock.millis() - (at == null ? 0 : at.toEpochMilli())) / 1_000d;
  }
}
