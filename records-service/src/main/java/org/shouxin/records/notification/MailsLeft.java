package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/** Which mails of an order have left, so that only the others are tried again. */
@ApplicationScoped
class MailsLeft {
  private static final String KEEP =
      "insert into mail_left (controller_id, mail_name, outcome, left_at) values (?, ?, ?, ?)"
          + " on conflict on constraint mail_left_pk do nothing";

  private final Database database;
  private final Clock clock;

  MailsLeft(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How the order's mail to a reader ended: as it did before, if it left then, or as now. */
  Outcome once(ControllerId controller, String order, String reader, Supplier<Outcome> send) {
    UUID name = nameOf(order, reader);
    return find(controller, name).orElseGet(() -> keep(controller, name, send.get()));
  }

  /** The same mail to the same reader has the same name, however often it is sent. */
  static UUID nameOf(String order, String reader) {
    return UUID.nameUUIDFromBytes((order + "|" + reader).getBytes(StandardCharsets.UTF_8));
  }

  private Outcome keep(ControllerId controller, UUID name, Outcome outcome) {
    return switch (outcome) {
      case SENT, UNCERTAIN -> {
        database.write(
            controller,
            handle -> handle.execute(KEEP, controller, name, outcome.name(), clock.instant()));
        yield outcome;
      }
      case NO_ADDRESS, RETRY -> outcome;
    };
  }

  private Optional<Outcome> find(ControllerId controller, UUID name) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery("select outcome from mail_left where mail_name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .map(Outcome::valueOf));
  }
}
