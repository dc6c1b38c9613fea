package org.shouxin.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.audit.checkpoint.LogState;
import org.shouxin.platform.database.Database;

/**
 * Gives audit-service's own events to the sequencer, in order, at least once. Positions are given
 * in a commit of their own before anything is appended, so a repeat carries the same positions and
 * is stored once.
 */
@Singleton
class OwnEventRelay {
  private static final int BATCH = 500;
  private static final String ANY = "select exists(select 1 from own_event)";
  private static final String CURSOR =
      "select 'audit-service.' || source_suffix as source, next_position, delivered"
          + " from own_event_cursor for update";
  private static final String NUMBER =
      "update own_event e set position = n.position from (select id,"
          + " ? + row_number() over (order by id) - 1 as position"
          + " from own_event where position is null) n where n.id = e.id";
  private static final String NEXT =
      "select position, body from own_event where position >= ? order by position limit " + BATCH;

  /** Where the relay stands. */
  public record Cursor(String source, long nextPosition, long delivered) {}

  /** An event that waits, at its position. */
  public record Waiting(long position, String body) {}

  private final Database database;
  private final EntryFactory factory;
  private final Sequencer sequencer;
  private final LogState state;
  private final ObjectMapper json;

  @Inject
  OwnEventRelay(
      Database database,
      EntryFactory factory,
      Sequencer sequencer,
      LogState state,
      ObjectMapper json) {
    this.database = database;
    this.factory = factory;
    this.sequencer = sequencer;
    this.state = state;
    this.json = json;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deliver() {
    while (state.isLeading() && anyWait() && deliverNext() == BATCH) {
      // The next batch waits already.
    }
  }

  private boolean anyWait() {
    return database.systemRead(handle -> handle.createQuery(ANY).mapTo(Boolean.class).one());
  }

  private int deliverNext() {
    Cursor cursor = database.systemWrite(OwnEventRelay::number);
    List<Waiting> waiting =
        database.systemRead(handle ->
            handle.createQuery(NEXT).bind(0, cursor.delivered()).mapTo(Waiting.class).list());
    if (waiting.isEmpty()) {
      return 0;
    }
    List<PreparedEntry> entries = new ArrayList<>(waiting.size());
    waiting.forEach(event -> entries.add(prepare(cursor.source(), event)));
    long delivered = sequencer.append(new Submission(cursor.source(), cursor.delivered(), entries));
    database.systemWrite(handle -> {
      handle.execute(
          "update own_event_cursor set delivered = ? where delivered < ?", delivered, delivered);
      return handle.execute("delete from own_event where position < ?", delivered);
    });
    return waiting.size();
  }

  private static Cursor number(Handle handle) {
    Cursor cursor = handle.createQuery(CURSOR).mapTo(Cursor.class).one();
    int numbered = handle.execute(NUMBER, cursor.nextPosition());
    if (numbered > 0) {
      handle.execute(
          "update own_event_cursor set next_position = ?", cursor.nextPosition() + numbered);
    }
    return cursor;
  }

  private PreparedEntry prepare(String source, Waiting event) {
    try {
      return factory.prepare(source, event.position(), json.readTree(event.body()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an own event is not JSON", impossible);
    }
  }
}
