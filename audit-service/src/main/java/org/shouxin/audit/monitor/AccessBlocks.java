package org.shouxin.audit.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.Interception;
import org.shouxin.platform.database.Database;

/** The list of who is kept out: small, versioned, whole. */
@Singleton
class AccessBlocks {
  private static final Duration STEP_UP_LASTS = Duration.ofHours(24);
  private static final String MOVE = "update access_block_version set version = version + 1";
  private static final String SET =
      "insert into access_block (controller_id, actor_kind, actor_id, interception, alert_id, since, until)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint access_block_pk do update"
          + " set interception = excluded.interception, alert_id = excluded.alert_id,"
          + " since = excluded.since, until = excluded.until";
  private static final String CLEAR =
      "delete from access_block where controller_id = ? and actor_kind = ? and actor_id = ?";
  private static final String LIST =
      "select controller_id, actor_kind, actor_id, interception, since, until from access_block"
          + " where until is null or until > ? order by controller_id, actor_kind, actor_id";

  /** One actor who is kept out, or has to sign in anew. */
  public record Block(
      String controllerId,
      String actorKind,
      String actorId,
      String interception,
      Instant since,
      @Nullable Instant until) {}

  /**
   * The list as those who enforce it fetch it.
   *
   * @param blocks all of it; null when the caller has this version already
   */
  public record BlockList(long version, @Nullable List<Block> blocks) {}

  private final Database database;
  private final Clock clock;

  @Inject
  AccessBlocks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  BlockList list(long known) {
    return database.systemRead(handle -> {
      long version =
          handle.createQuery("select version from access_block_version").mapTo(Long.class).one();
      return version == known
          ? new BlockList(version, null)
          : new BlockList(
              version, handle.createQuery(LIST).bind(0, clock.instant()).mapTo(Block.class).list());
    });
  }

  /** Whether this actor is kept out now. */
  boolean keepsOut(Handle handle, ActorKey actor) {
    return handle
        .createQuery(
            "select exists(select 1 from access_block where controller_id = ? and actor_kind = ?"
                + " and actor_id = ? and interception in ('BLOCK', 'LOCK'))")
        .bind(0, actor.controllerId())
        .bind(1, actor.kind())
        .bind(2, actor.id())
        .mapTo(Boolean.class)
        .one();
  }

  void set(Handle handle, ActorKey actor, Interception interception, UUID alert) {
    Instant now = clock.instant();
    handle.execute(
        SET,
        actor.controllerId(),
        actor.kind(),
        actor.id(),
        interception.label(),
        alert,
        now,
        interception.closesAccess() ? null : now.plus(STEP_UP_LASTS));
    handle.execute(MOVE);
  }

  void clear(Handle handle, ActorKey actor) {
    if (handle.execute(CLEAR, actor.controllerId(), actor.kind(), actor.id()) > 0) {
      handle.execute(MOVE);
    }
  }
}
