package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;

/** Other people's proposals about customers whom the caller may decide about. */
@ApplicationScoped
class CorrectionQueue {
  static final int MOST = 200;
  private static final int CHUNK = 500;

  private final Database database;
  private final CustomerFiles files;

  CorrectionQueue(Database database, CustomerFiles files) {
    this.database = database;
    this.files = files;
  }

  /** The oldest 200 of them, however many wait that are for somebody else to decide. */
  List<WaitingCorrection> of(Actor actor) {
    return database.read(actor.controller(), handle -> decidable(handle, actor));
  }

  private List<WaitingCorrection> decidable(Handle handle, Actor actor) {
    List<WaitingCorrection> decidable = new ArrayList<>();
    UUID after = null;
    while (true) {
      List<WaitingCorrection> chunk =
          CorrectionTable.listWaiting(handle, actor.controller(), actor.id(), after, CHUNK);
      Map<CustomerId, SealedCustomer> known =
          files.load(handle, actor.controller(), Viewer.of(actor), concerned(chunk), false);
      for (WaitingCorrection one : chunk) {
        if (mayDecide(known.get(CustomerId.parse(one.customerId())))) {
          decidable.add(one);
          if (decidable.size() == MOST) {
            return decidable;
          }
        }
      }
      if (chunk.size() < CHUNK) {
        return decidable;
      }
      after = UUID.fromString(chunk.getLast().id());
    }
  }

  private static List<CustomerId> concerned(List<WaitingCorrection> chunk) {
    return chunk.stream().map(one -> CustomerId.parse(one.customerId())).distinct().toList();
  }

  private static boolean mayDecide(@Nullable SealedCustomer customer) {
    return customer != null && customer.assigned() && !customer.restricted();
  }
}
