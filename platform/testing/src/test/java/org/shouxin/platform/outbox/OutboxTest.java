package org.shouxin.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.testing.PostgresServer;

class OutboxTest {

  @Test
  void anEventOfATransactionThatCommitsLateIsDeliveredAndNeverSkipped() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_late");
    OutboxDelivery delivery = outbox.delivery();
    try (Connection late = outbox.dataSource.getConnection();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      OutboxRow row = outbox.rows.encode(List.of(outbox.event("late"))).getFirst();
      statement.execute(
          "insert into audit_outbox (event_id, controller_id, body) values ('%s', '%s', '%s')"
              .formatted(row.eventId(), row.controllerId(), row.body()));
      write(outbox, "early");
      while (delivery.deliverNext()) {
        assertThat(outbox.received).isEmpty();
      }
      assertThat(outbox.receivedTypes()).isEmpty();
      assertThat(delivery.rowsInFlight()).isTrue();
      late.commit();
    }
    delivery.deliverNext();
    assertThat(outbox.receivedTypes()).containsExactlyInAnyOrder("late", "early");
    assertThat(delivery.rowsInFlight()).isFalse();
  }

  @Test
  void transactionsAreDeliveredInTheOrderOfTheirNumbersAndNotOfTheirDigits() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_order");
    for (String transaction : new String[] {"10", "9"}) {
      OutboxRow row = outbox.rows.encode(List.of(outbox.event("event.x" + transaction))).getFirst();
      outbox.database.systemWrite(handle ->
          handle.execute(
              "insert into audit_outbox (transaction_id, event_id, controller_id, body)"
                  + " values (?::xid8, ?, ?, ?)",
              transaction,
              row.eventId(),
              row.controllerId(),
              row.body()));
    }
    while (outbox.delivery().deliverNext()) {
      assertThat(outbox.received).isNotEmpty();
    }
    assertThat(outbox.delivery().deliverNext()).isFalse();
    assertThat(outbox.receivedTypes()).containsExactly("event.x9", "event.x10");
  }

  @Test
  void aRepeatedDeliveryCarriesTheSamePositions() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_repeat");
    IntStream.range(0, 5).forEach(i -> write(outbox, "event." + i));
    outbox.away = true;
    assertThatThrownBy(() -> outbox.delivery().deliverNext())
        .isInstanceOf(IllegalStateException.class);
    outbox.away = false;
    outbox.delivery().deliverNext();
    write(outbox, "event.5");
    outbox.delivery().deliverNext();
    assertThat(outbox.received.get(0).firstPosition()).isZero();
    assertThat(outbox.received.get(1).firstPosition()).isEqualTo(5);
    assertThat(outbox.receivedTypes())
        .containsExactly("event.0", "event.1", "event.2", "event.3", "event.4", "event.5");
  }

  @Test
  void aRolledBackChangeLeavesNoEvent() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_rollback");
    assertThatThrownBy(() ->
            outbox.database.systemWrite(handle -> {
              outbox.rows.insert(handle, outbox.rows.encode(List.of(outbox.event("never"))));
              throw new IllegalStateException("the change failed");
            }))
        .isInstanceOf(IllegalStateException.class);
    outbox.delivery().deliverNext();
    assertThat(outbox.receivedTypes()).isEmpty();
  }

  @Test
  void everyReaderThatWasAnsweredHasItsEvent() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_group");
    GroupCommit group = groupCommit(outbox);
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        String type = "read." + i;
        readers.submit(() -> group.append(outbox.rows.encode(List.of(outbox.event(type)))));
      }
    }
    while (outbox.delivery().deliverNext()) {
      assertThat(outbox.received).isNotEmpty();
    }
    assertThat(outbox.receivedTypes()).hasSize(500).doesNotHaveDuplicates();
    group.drain();
  }

  @Test
  void aReaderIsRefusedWhenItsEventCannotBeStored() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_broken");
    GroupCommit group = groupCommit(outbox);
    try (Connection administrator = PostgresServer.get().administrator("outbox_broken");
        Statement statement = administrator.createStatement()) {
      statement.execute("alter table audit_outbox rename to audit_outbox_gone");
    }
    assertThatThrownBy(() -> group.append(outbox.rows.encode(List.of(outbox.event("read")))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("AUDIT_UNAVAILABLE");
    group.drain();
  }

  @Test
  void whileNothingCanBeStoredTheServiceIsNotReadyAndTriesByItself() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_full");
    GroupCommit group = groupCommit(outbox);
    OutboxReadiness readiness = new OutboxReadiness(outbox.database, group);
    try (Connection administrator = PostgresServer.get().administrator("outbox_full");
        Statement statement = administrator.createStatement()) {
      statement.execute(
          """
          create function is_full() returns trigger language plpgsql as $$
          begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
          create trigger full_volume before insert on audit_outbox for each statement execute function is_full()
          """);
      assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      assertThatThrownBy(() -> group.append(outbox.rows.encode(List.of(outbox.event("refused")))))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("AUDIT_UNAVAILABLE");
      assertThat(readiness.call().getData().orElseThrow())
          .containsEntry("reason", "the database's volume is full (SQLSTATE 53100)");
      assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      statement.execute("drop trigger full_volume on audit_outbox");
    }
    assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(group.isFailing()).isFalse();
    group.append(outbox.rows.encode(List.of(outbox.event("answered"))));
    outbox.delivery().deliverNext();
    assertThat(outbox.receivedTypes()).containsExactly("answered");
    group.drain();
  }

  @Test
  void theOutboxIsAppendOnly() throws Exception {
    OutboxDatabase outbox = new OutboxDatabase("outbox_append");
    write(outbox, "event");
    assertThatThrownBy(() ->
            outbox.database.systemWrite(handle ->
                handle.execute("update audit_outbox set event_id = ?", UUID.randomUUID())))
        .hasMessageContaining("append-only");
  }

  private static GroupCommit groupCommit(OutboxDatabase outbox) {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    return new GroupCommit(
        outbox.database,
        outbox.rows,
        new OutboxRelay(outbox.delivery(), metrics, Clock.systemUTC()),
        metrics);
  }

  private static void write(OutboxDatabase outbox, String type) {
    outbox.database.write(
        OutboxDatabase.CONTROLLER,
        handle -> {
          outbox.rows.insert(handle, outbox.rows.encode(List.of(outbox.event(type))));
          return 1;
        });
  }
}
