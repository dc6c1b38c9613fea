package org.shouxin.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.audit.EventBatch;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.simulation.Schedule;

/**
 * The outbox of one service in memory, with transactions that overlap, and the real {@link
 * OutboxDelivery} that empties it. What a committed transaction wrote outlives every crash.
 */
public final class SimulatedOutbox implements OutboxStore {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final ControllerId CONTROLLER = new ControllerId("ctl-donghai");
  private static final Comparator<Row> ORDER =
      Comparator.comparingLong(Row::transaction).thenComparingLong(Row::id);

  /** A mistake that the simulation has to find. */
  public enum Bug {
    NONE,
    /** Rows are read although an earlier transaction may still commit. */
    READS_BEYOND_OPEN_TRANSACTIONS,
    /** The cursor moves when events are read, not when they were delivered. */
    MOVES_THE_CURSOR_FIRST
  }

  private record Row(long transaction, long id, UUID event, String body) {}

  private final Schedule schedule;
  private final Clock clock;
  private final String suffix;
  private final Bug bug;
  private final TreeSet<Row> rows = new TreeSet<>(ORDER);
  private final TreeSet<Long> open = new TreeSet<>();
  private final List<UUID> acknowledged = new ArrayList<>();
  private long lastTransaction;
  private long lastId;
  private Cursor cursor;

  public SimulatedOutbox(Schedule schedule, Clock clock, String suffix, Bug bug) {
    this.schedule = schedule;
    this.clock = clock;
    this.suffix = suffix;
    this.bug = bug;
    this.cursor = new Cursor(suffix, "0", 0, 0);
  }

  /** Source of this outbox's events in the log. */
  public String source() {
    return "records-service." + suffix;
  }

  /** One transaction with so many events; whoever waits for it is told when it is durable. */
  public void write(int events) {
    long transaction = ++lastTransaction;
    open.add(transaction);
    List<Row> written = new ArrayList<>();
    try {
      for (int i = 0; i < events; i++) {
        schedule.step();
        AuditEvent event =
            AuditEvents.ofSystem(CONTROLLER, "records-service", "record.read", clock).build();
        written.add(new Row(transaction, ++lastId, event.eventId(), text(event)));
      }
      schedule.step();
      rows.addAll(written);
    } finally {
      open.remove(transaction);
    }
    schedule.step();
    written.forEach(row -> acknowledged.add(row.event()));
  }

  /** Delivers for ever, as one replica's relay does; {@code audit} throws when it is away. */
  public void relay(Consumer<EventBatch> audit) {
    OutboxDelivery delivery =
        new OutboxDelivery(
            this,
            batch -> {
              audit.accept(batch);
              return new EventBatch.Receipt(batch.firstPosition() + batch.events().size());
            },
            JSON,
            "records-service");
    while (true) {
      try {
        while (delivery.deliverNext()) {
          schedule.step();
        }
      } catch (RuntimeException away) {
        schedule.step();
      }
      schedule.step();
    }
  }

  /** Ids of all events whose transaction is committed, in the order of the outbox. */
  public List<UUID> committed() {
    return rows.stream().map(Row::event).toList();
  }

  /** Ids of all events of which a writer was told that they are durable. */
  public List<UUID> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** True when the relay has nothing left to deliver. */
  public boolean isEmptied() {
    return rows.isEmpty() || !isAfter(rows.last(), cursor);
  }

  private static boolean isAfter(Row row, Cursor cursor) {
    long transaction = Long.parseLong(cursor.transactionId());
    return row.transaction() > transaction
        || row.transaction() == transaction && row.id() > cursor.id();
  }

  @Override
  public Cursor cursor() {
    schedule.step();
    return cursor;
  }

  @Override
  public List<Waiting> next(Cursor after) {
    schedule.step();
    long oldestOpen =
        open.isEmpty() || bug == Bug.READS_BEYOND_OPEN_TRANSACTIONS ? Long.MAX_VALUE : open.first();
    List<Waiting> waiting =
        rows.stream()
            .filter(row -> isAfter(row, after) && row.transaction() < oldestOpen)
            .limit(BATCH)
            .map(row -> new Waiting(Long.toString(row.transaction()), row.id(), row.body()))
            .toList();
    if (bug == Bug.MOVES_THE_CURSOR_FIRST && !waiting.isEmpty()) {
      move(after, waiting.getLast(), after.nextPosition() + waiting.size());
    }
    return waiting;
  }

  @Override
  public void advance(Cursor from, Waiting last, long nextPosition) {
    schedule.step();
    move(from, last, nextPosition);
  }

  private void move(Cursor from, Waiting last, long nextPosition) {
    if (cursor.nextPosition() == from.nextPosition()) {
      cursor = new Cursor(suffix, last.transactionId(), last.id(), nextPosition);
    }
  }

  @Override
  public void forgetDelivered() {
    schedule.step();
  }

  @Override
  public boolean anyWait() {
    return !isEmptied();
  }

  @Override
  public double ageOfOldest() {
    return 0;
  }

  private static String text(AuditEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
