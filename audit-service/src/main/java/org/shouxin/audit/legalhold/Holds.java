package org.shouxin.audit.legalhold;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** Is it held? Asked anew before each act; holds are scopes, so new records are held from birth. */
@Singleton
public class Holds {
  private static final String ON =
      """
      select id from (
        select h.id from legal_hold_in_force h
         where h.controller_id = :controller
           and ((h.scope = 'PERSON' and h.subject_ref = :subject)
                or (h.scope in ('POLICY', 'CASE') and h.record_ref = :record))
        union all
        select i.hold_id from held_item i
         where i.controller_id = :controller and i.subject_ref = :subject
           and (:record = '' or i.record_ref = :record)) found
       order by id limit 1\
      """;

  /**
   * The first hold in force on a record.
   *
   * @param recordRef the owner's id; empty for the person's identity file, which every hold on one
   *     of her records holds as well, since its key opens them
   */
  public Optional<HoldRef> on(
      Handle handle, ControllerId controller, String subjectRef, String recordRef) {
    return handle
        .createQuery(ON)
        .bind("controller", controller)
        .bind("subject", subjectRef)
        .bind("record", recordRef)
        .mapTo(HoldRef.class)
        .findFirst();
  }
}
