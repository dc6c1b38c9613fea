package org.shouxin.records.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * In which exported files a person stood: copies that no order reaches, so that their receivers are
 * asked to delete (R-RC-11). An export names whom it was asked for; whoever was refused then is
 * listed as well.
 */
@ApplicationScoped
class ExportedFiles {
  private static final String OF_PERSON =
      "select id as export_id, receiver, produced_at from export"
          + " where controller_id = ? and produced_at is not null and people @> array[cast(? as uuid)]"
          + " order by produced_at desc limit 1000";

  private final Database database;

  ExportedFiles(Database database) {
    this.database = database;
  }

  /** A file that was made and fetched. */
  public record Exported(UUID exportId, String receiver, Instant producedAt) {}

  List<Exported> of(ControllerId controller, UUID customer) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(OF_PERSON)
                .bind(0, controller)
                .bind(1, customer)
                .mapTo(Exported.class)
                .list());
  }
}
