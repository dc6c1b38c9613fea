package org.shouxin.consent.rightsreview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;

/** Notes which right an employee used on which day, once a day, and tells which are suspended. */
@ApplicationScoped
public class RightUses {
  private static final int MOST_REMEMBERED = 20_000;
  private static final String NOTE =
      "insert into right_use (controller_id, employee_no, purpose, last_used_on)"
          + " values (?, ?, ?, ?) on conflict on constraint right_use_pk do update"
          + " set last_used_on = greatest(right_use.last_used_on, excluded.last_used_on)";

  private final Database database;
  private final Set<Use> noted = ConcurrentHashMap.newKeySet();

  RightUses(Database database) {
    this.database = database;
  }

  private record Use(ControllerId controller, String employee, String purpose, LocalDate day) {}

  /** Notes a use; a second one of the same day costs nothing. */
  public void note(Actor employee, String purpose, LocalDate day) {
    Use use = new Use(employee.controller(), employee.id(), purpose, day);
    if (noted.contains(use)) {
      return;
    }
    database.write(
        employee.controller(),
        handle -> handle.execute(NOTE, employee.controller(), employee.id(), purpose, day));
    if (noted.size() >= MOST_REMEMBERED) {
      noted.clear();
    }
    noted.add(use);
  }

  /** Whether a review has taken this right away. */
  public boolean isSuspended(Handle handle, Actor employee, String purpose) {
    return handle
        .createQuery(
            "select exists (select 1 from right_suspension where employee_no = ?"
                + " and purpose = ? and lifted_at is null)")
        .bind(0, employee.id())
        .bind(1, purpose)
        .mapTo(Boolean.class)
        .one();
  }
}
