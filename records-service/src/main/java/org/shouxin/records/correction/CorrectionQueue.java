package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;

/** Other people's proposals about customers whom the caller may decide about. */
@ApplicationScoped
class CorrectionQueue {
  private final Database database;
  private final CustomerFiles files;

  CorrectionQueue(Database database, CustomerFiles files) {
    this.database = database;
    this.files = files;
  }

  /** Oldest first, of the oldest 200. */
  List<WaitingCorrection> of(Actor actor) {
    return database.read(
        actor.controller(),
        handle -> {
          List<WaitingCorrection> waiting =
              CorrectionTable.listWaiting(handle, actor.controller(), actor.id());
          List<CustomerId> people =
              waiting.stream().map(one -> CustomerId.parse(one.customerId())).distinct().toList();
          Map<CustomerId, SealedCustomer> known =
              files.load(handle, actor.controller(), Viewer.of(actor), people, false);
          return waiting.stream()
              .filter(one -> mayDecide(known.get(CustomerId.parse(one.customerId()))))
              .toList();
        });
  }

  private static boolean mayDecide(@org.jspecify.annotations.Nullable SealedCustomer customer) {
    return customer != null && customer.assigned() && !customer.restricted();
  }
}
