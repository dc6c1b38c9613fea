package org.shouxin.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.audit.EventBatch;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.PostgresServer;

/** A database with the outbox migration, and an audit-service that remembers what it was given. */
final class OutboxDatabase implements AuditIntake {
  static final ControllerId CONTROLLER = new ControllerId("ctl-donghai");

  final List<EventBatch> received = new ArrayList<>();
  final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  final Database database;
  final OutboxRows rows = new OutboxRows(json);
  boolean away;

  OutboxDatabase(String name) throws SQLException, IOException {
    dataSource.setUrl(PostgresServer.get().database(name));
    dataSource.setUser(name + "_owner");
    dataSource.setPassword(PostgresServer.get().password());
    try (Connection owner = dataSource.getConnection();
        Statement statement = owner.createStatement();
        InputStream migration =
            getClass().getResourceAsStream("/db/platform/V0_1__audit_outbox.sql")) {
      statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
    }
    dataSource.setUser(name);
    database = new Database(dataSource);
  }

  OutboxDelivery delivery() {
    return new OutboxDelivery(new OutboxTable(database), this, json, "test-service");
  }

  AuditEvent event(String type) {
    return AuditEvents.ofSystem(CONTROLLER, "test-service", type, Clock.systemUTC()).build();
  }

  List<String> receivedTypes() {
    return received.stream()
        .flatMap(batch -> batch.events().stream())
        .map(AuditEvent::type)
        .toList();
  }

  @Override
  public EventBatch.Receipt deliver(EventBatch batch) {
    if (away) {
      throw new IllegalStateException("audit-service is away");
    }
    received.add(batch);
    return new EventBatch.Receipt(batch.firstPosition() + batch.events().size());
  }
}
