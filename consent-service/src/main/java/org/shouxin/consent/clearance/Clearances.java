package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The clearance of an employee as it stands now; asked by every decision, never cached. */
@ApplicationScoped
public class Clearances {
  private static final String SQL =
      "select (select max(last_day) from certificate where person_id = :person) as last_day,"
          + " exists (select 1 from agreement_breach where person_id = :person"
          + " and lifted_at is null) as breached";

  /** What clearance rests on. */
  public record Row(@Nullable LocalDate lastDay, boolean breached) {}

  /** The clearance on a day of Shanghai. */
  public Clearance of(Handle handle, String person, LocalDate day) {
    Row row = handle.createQuery(SQL).bind("person", person).mapTo(Row.class).one();
    return Clearance.on(day, row.lastDay(), row.breached());
  }
}
