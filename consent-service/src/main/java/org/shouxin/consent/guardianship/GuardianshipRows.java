package org.shouxin.consent.guardianship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Rows of childhoods and guardianships. */
@ApplicationScoped
class GuardianshipRows {
  private static final String COLUMNS =
      "select id, child_id, guardian_id, relation, evidence, evidence_sha256, verified_by, verified_at,"
          + " ends_on, ended_at from guardianship ";

  /** The 14th birthday of a person who is under 14 on a day; empty for everybody else. */
  Optional<LocalDate> findFourteenOn(Handle handle, CustomerId customer, LocalDate day) {
    return handle
        .createQuery("select fourteen_on from childhood where customer_id = ? and fourteen_on > ?")
        .bind(0, customer)
        .bind(1, day)
        .mapTo(LocalDate.class)
        .findOne();
  }

  List<UUID> listGuardiansInPower(Handle handle, CustomerId child, LocalDate day) {
    return handle
        .createQuery(
            "select guardian_id from guardianship where child_id = ? and ended_at is null"
                + " and ends_on > ? order by verified_at, id")
        .bind(0, child)
        .bind(1, day)
        .mapTo(UUID.class)
        .list();
  }

  void report(
      Handle handle, ControllerId controller, CustomerId child, LocalDate fourteenOn, Instant now) {
    handle
        .createUpdate(
            "insert into childhood values (?, ?, ?, ?) on conflict (controller_id, customer_id)"
                + " do update set fourteen_on = excluded.fourteen_on, reported_at = excluded.reported_at")
        .bind(0, controller)
        .bind(1, child)
        .bind(2, fourteenOn)
        .bind(3, now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  void takeBack(Handle handle, CustomerId customer) {
    handle.createUpdate("delete from childhood where customer_id = ?").bind(0, customer).execute();
  }

  /** Childhoods that are over are not kept. */
  void forgetPast(Handle handle, LocalDate today) {
    handle.createUpdate("delete from childhood where fourteen_on <= ?").bind(0, today).execute();
  }

  void insert(Handle handle, ControllerId controller, Guardianship g) {
    handle
        .createUpdate(
            "insert into guardianship (controller_id, id, child_id, guardian_id, relation, evidence,"
                + " evidence_sha256, verified_by, verified_at, ends_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, g.id())
        .bind(2, g.childId())
        .bind(3, g.guardianId())
        .bind(4, g.relation().name())
        .bind(5, g.evidence().name())
        .bind(6, g.evidenceSha256())
        .bind(7, g.verifiedBy())
        .bind(8, g.verifiedAt().atOffset(ZoneOffset.UTC))
        .bind(9, g.endsOn())
        .execute();
  }

  void end(Handle handle, UUID id, Actor officer, Instant now) {
    handle
        .createUpdate(
            "update guardianship set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
        .bind(0, officer.id())
        .bind(1, now.atOffset(ZoneOffset.UTC))
        .bind(2, id)
        .execute();
  }

  Optional<Guardianship> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + "where id = ?")
        .bind(0, id)
        .mapTo(Guardianship.class)
        .findOne();
  }

  /** The power of one person over another on a day. */
  Optional<Guardianship> findInPower(
      Handle handle, CustomerId guardian, CustomerId child, LocalDate day) {
    return handle
        .createQuery(
            COLUMNS + "where guardian_id = ? and child_id = ? and ended_at is null and ends_on > ?")
        .bind(0, guardian)
        .bind(1, child)
        .bind(2, day)
        .mapTo(Guardianship.class)
        .findOne();
  }

  List<Guardianship> listInPower(Handle handle, CustomerId guardian, LocalDate day) {
    return handle
        .createQuery(
            COLUMNS + "where guardian_id = ? and ended_at is null and ends_on > ? order by id")
        .bind(0, guardian)
        .bind(1, day)
        .mapTo(Guardianship.class)
        .list();
  }

  /** Everybody who is or was a child's guardian. */
  List<Guardianship> listOfChild(Handle handle, CustomerId child) {
    return handle
        .createQuery(COLUMNS + "where child_id = ? order by id")
        .bind(0, child)
        .mapTo(Guardianship.class)
        .list();
  }
}
