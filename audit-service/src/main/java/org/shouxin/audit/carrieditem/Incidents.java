package org.shouxin.audit.carrieditem;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.identity.ControllerId;

/**
 * The incidents that touched some people, by the newest list of each, with every duty's clock and
 * its original due time (R-IN-02, R-BT-04). Drills touch nobody.
 */
final class Incidents {
  private static final JsonRows ROWS =
      new JsonRows(
          """
          (select p.controller_id, p.subject_ref as customer_id, i.id as incident_id, i.source_kind,
                  i.known_at, i.opened_at, p.fields,
                  (select s.at from incident_step s where s.controller_id = i.controller_id
                      and s.incident_id = i.id and s.kind = 'CLOSED'
                    order by s.sequence desc limit 1) as closed_at,
                  (select jsonb_agg(jsonb_build_object('code', e.code, 'startedAt', e.started_at,
                            'dueAt', e.due_at, 'open', exists (select from incident_clock_open o
                               where o.controller_id = e.controller_id
                                 and o.incident_id = e.incident_id and o.code = e.code))
                          order by e.code)
                     from incident_clock_event e where e.controller_id = i.controller_id
                      and e.incident_id = i.id and e.kind = 'STARTED') as clocks
             from incident_person p
             join incident i on i.controller_id = p.controller_id and i.id = p.incident_id
            where not i.drill
              and p.version = (select max(a.version) from incident_affected a
                    where a.controller_id = p.controller_id and a.incident_id = p.incident_id))\
          """,
          List.of(
              "customer_id",
              "incident_id",
              "source_kind",
              "known_at",
              "opened_at",
              "closed_at",
              "fields",
              "clocks"),
          "t.customer_id = any(:people)",
          "customer_id, incident_id");

  private Incidents() {}

  static List<CarriedItem> of(Handle handle, ControllerId controller, List<UUID> people) {
    return ROWS.read(handle, controller, people).stream()
        .map(row -> new CarriedItem(CarriedItem.INCIDENT, row))
        .toList();
  }
}
