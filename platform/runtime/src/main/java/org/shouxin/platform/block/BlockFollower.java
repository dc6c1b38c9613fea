package org.shouxin.platform.block;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks for the list twice a second; an answer without change is a few bytes. A short poll and no
 * long one: it needs no open connection, and half a second fits well into the two that are
 * promised.
 */
@ApplicationScoped
public class BlockFollower {
  private static final Logger LOG = Logger.getLogger(BlockFollower.class);
  private static final long ALARM_EACH_MILLIS = 60_000;

  private final BlockLists lists;
  private final Blocks blocks;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Duration pause;
  private final Duration oldAfter;
  private BlockKeeper keeper = BlockKeeper.NONE;
  private long alarmedAt;
  private volatile boolean running = true;

  @Inject
  BlockFollower(
      @RestClient BlockLists lists,
      Blocks blocks,
      Clock clock,
      MeterRegistry metrics,
      @ConfigProperty(name = "shouxin.blocks.pause", defaultValue = "PT0.5S") Duration pause,
      @ConfigProperty(name = "shouxin.blocks.old-after", defaultValue = "PT30S")
          Duration oldAfter) {
    this.lists = lists;
    this.blocks = blocks;
    this.clock = clock;
    this.metrics = metrics;
    this.pause = pause;
    this.oldAfter = oldAfter;
  }

  /** Puts the kept list in force and begins to follow; not at all with a pause of zero. */
  public void start(BlockKeeper where) {
    keeper = where;
    keeper.find().ifPresent(kept -> blocks.put(-1, kept.blocks()));
    if (pause.isPositive()) {
      Thread.ofPlatform().name("block-follower").daemon().start(this::run);
    }
  }

  @PreDestroy
  void stop() {
    running = false;
  }

  private void run() {
    while (running) {
      try {
        ask();
        Thread.sleep(pause);
      } catch (InterruptedException stop) {
        running = false;
      }
    }
  }

  private void ask() {
    try {
      BlockLists.Answer answer = lists.list(blocks.version());
      List<BlockLists.Line> lines = answer.blocks();
      if (lines != null) {
        List<Block> list = lines.stream().map(BlockFollower::block).toList();
        blocks.put(answer.version(), list);
        LOG.infof("block list %d: %d actors", answer.version(), list.size());
        keeper.keep(new BlockKeeper.Kept(answer.version(), list));
      }
      blocks.confirm();
    } catch (RuntimeException away) {
      metrics.counter("shouxin.blocks.failures").increment();
      alarmWhenOld(away);
    }
  }

  private void alarmWhenOld(RuntimeException away) {
    long now = clock.millis();
    if (blocks.ageInSeconds() > oldAfter.toSeconds() && now - alarmedAt > ALARM_EACH_MILLIS) {
      alarmedAt = now;
      LOG.errorf(
          "the block list could not be renewed for %s (%s); the last one stays in force",
          oldAfter, away.getClass().getSimpleName());
    }
  }

  private static Block block(BlockLists.Line line) {
    return new Block(
        new Block.Subject(line.controllerId(), line.actorKind(), line.actorId()),
        line.interception(),
        line.since(),
        line.until());
  }
}
