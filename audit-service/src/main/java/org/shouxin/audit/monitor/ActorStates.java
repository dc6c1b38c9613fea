package org.shouxin.audit.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shouxin.audit.monitor.rule.ActorKey;
import org.shouxin.audit.monitor.rule.ActorState;
import org.shouxin.audit.monitor.rule.StateCodec;

/**
 * States of actors: the most recently seen ones in memory, all of them in the database, written
 * with the cursor in one commit. Used by one thread.
 */
@Singleton
class ActorStates {
  private static final Logger LOG = Logger.getLogger(ActorStates.class);
  private static final int MOST_IN_MEMORY = 2_000;
  private static final String FIND =
      "select state from monitor_state where controller_id = ? and actor_kind = ? and actor_id = ?";
  private static final String SAVE =
      "insert into monitor_state (controller_id, actor_kind, actor_id, state, observed_at)"
          + " values (?, ?, ?, ?, ?) on conflict on constraint monitor_state_pk do update"
          + " set state = excluded.state, observed_at = excluded.observed_at";

  private final Clock clock;
  private final Map<ActorKey, ActorState> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActorKey, ActorState> eldest) {
          return size() > MOST_IN_MEMORY;
        }
      };

  @Inject
  ActorStates(Clock clock) {
    this.clock = clock;
  }

  ActorState get(Handle handle, ActorKey key) {
    ActorState state = known.get(key);
    if (state == null) {
      state =
          handle
              .createQuery(FIND)
              .bind(0, key.controllerId())
              .bind(1, key.kind())
              .bind(2, key.id())
              .mapTo(byte[].class)
              .findOne()
              .map(ActorStates::read)
              .orElseGet(ActorState::new);
      known.put(key, state);
    }
    return state;
  }

  void save(Handle handle, Map<ActorKey, ActorState> changed) {
    if (changed.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(SAVE);
    changed.forEach((key, state) ->
        batch
            .bind(0, key.controllerId())
            .bind(1, key.kind())
            .bind(2, key.id())
            .bind(3, StateCodec.write(state))
            .bind(4, clock.instant())
            .add());
    batch.execute();
  }

  /** After a failed commit, or when another replica went on: the database knows better. */
  void forget() {
    known.clear();
  }

  /** A state of an older format starts afresh: its actor is strange again for some days. */
  private static ActorState read(byte[] bytes) {
    try {
      return StateCodec.read(bytes);
    } catch (IllegalArgumentException otherFormat) {
      LOG.warn("an actor's state has another format and starts afresh");
      return new ActorState();
    }
  }
}
