package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Brings in certificates that staff earned before this product (D-77): with a reference of the
 * papers, by two people of whom neither is certified by it.
 */
@ApplicationScoped
class CertificateImports {
  private static final String FIND =
      "select id, people, last_day, evidence, proposed_by, approved_by from certificate_import"
          + " where id = ? for update";

  private final Database database;
  private final Certification certification;
  private final AuditOutbox audit;
  private final Clock clock;

  CertificateImports(
      Database database, Certification certification, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.certification = certification;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Proposes; nothing holds yet.
   *
   * @throws ProblemException SELF_APPROVAL for the proposer's own certificate, REQUEST_INVALID for
   *     one that has run out or lasts longer than one earned today
   */
  CertificateImport propose(Actor actor, List<String> people, LocalDate lastDay, String evidence) {
    LocalDate today = BusinessTime.today(clock);
    if (people.contains(actor.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    CertificateImport proposed =
        new CertificateImport(
            Ids.next(),
            people.stream().sorted().distinct().toList(),
            lastDay,
            evidence,
            actor.id(),
            null);
    return database.write(
        actor.controller(),
        handle -> {
          ClearanceRule rule = ClearanceRule.inForce(handle, today);
          if (lastDay.isBefore(today) || lastDay.isAfter(today.plusMonths(rule.validMonths()))) {
            throw new ProblemException(
                ProblemCode.REQUEST_INVALID, "The last day is past or too far ahead.");
          }
          insert(handle, actor, proposed);
          report(handle, actor, "certificate.import.proposed", proposed);
          return proposed;
        });
  }

  /** Approves; SELF_APPROVAL for the proposer and for whom it certifies, CONFLICT a second time. */
  CertificateImport approve(Actor approver, UUID id) {
    return database.write(
        approver.controller(),
        handle -> {
          CertificateImport proposed = get(handle, id);
          if (proposed.approvedBy() != null) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          if (proposed.proposedBy().equals(approver.id())
              || proposed.people().contains(approver.id())) {
            throw new ProblemException(ProblemCode.SELF_APPROVAL);
          }
          handle.execute(
              "update certificate_import set approved_by = ?, approved_at = ? where id = ?",
              approver.id(),
              clock.instant(),
              id);
          for (String person : proposed.people()) {
            certification.lock(handle, person);
            certification.insert(
                handle, approver.controller(), person, proposed.lastDay(), proposed.id(), 0);
          }
          report(handle, approver, "certificate.imported", proposed);
          return get(handle, id);
        });
  }

  private static CertificateImport get(Handle handle, UUID id) {
    return handle
        .createQuery(FIND)
        .bind(0, id)
        .mapTo(CertificateImport.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private void insert(Handle handle, Actor actor, CertificateImport proposed) {
    handle
        .createUpdate(
            "insert into certificate_import (controller_id, id, people, last_day, evidence,"
                + " proposed_by, proposed_at) values (?, ?, ?, ?, ?, ?, ?)")
        .bind(0, actor.controller())
        .bind(1, proposed.id())
        .bindArray(2, String.class, proposed.people())
        .bind(3, proposed.lastDay())
        .bind(4, proposed.evidence())
        .bind(5, actor.id())
        .bind(6, clock.instant())
        .execute();
  }

  private void report(Handle handle, Actor actor, String type, CertificateImport of) {
    audit.record(
        handle,
        of.people().stream()
            .map(person ->
                AuditEvents.of(actor, type, clock)
                    .resource("certificate.import", of.id().toString())
                    .concerns("employee:" + person)
                    .build())
            .toList());
  }
}
