package org.shouxin.consent.departure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Who has departed from a controller. */
@ApplicationScoped
public class Departures {
  private final Database database;
  private final Clock clock;

  Departures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes departures; saying it again changes nothing. */
  void report(ControllerId controller, List<CustomerId> people) {
    database.write(
        controller,
        handle ->
            handle
                .createUpdate(
                    "insert into departure (controller_id, customer_id, reported_at)"
                        + " select :controller, p.id, :at from unnest(:ids) as p(id)"
                        + " on conflict on constraint departure_pk do nothing")
                .bind("controller", controller)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("ids", CustomerId.class, people)
                .execute());
  }

  /** Who was held before the package was given out is a customer here again (D-142). */
  void takeBack(ControllerId controller, List<CustomerId> people) {
    database.write(
        controller,
        handle ->
            handle
                .createUpdate(
                    "delete from departure where controller_id = :controller"
                        + " and customer_id = any(:ids)")
                .bind("controller", controller)
                .bindArray("ids", CustomerId.class, people)
                .execute());
  }

  boolean includes(ControllerId controller, CustomerId customer) {
    return database.read(controller, handle -> !departed(handle, List.of(customer)).isEmpty());
  }

  /** Those of these people who have departed. */
  public Set<CustomerId> departed(Handle handle, Collection<CustomerId> people) {
    return handle
        .createQuery("select customer_id from departure where customer_id = any(:ids)")
        .bindArray("ids", CustomerId.class, List.copyOf(people))
        .mapTo(CustomerId.class)
        .set();
  }
}
