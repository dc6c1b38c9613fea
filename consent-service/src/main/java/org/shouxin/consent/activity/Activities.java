package org.shouxin.consent.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Proposes and reviews processing activities; nobody reviews their own (R-CN-06). */
@ApplicationScoped
class Activities {
  private final Database database;
  private final ActivityRows rows;
  private final Purposes purposes;
  private final AuditOutbox outbox;
  private final Clock clock;

  Activities(
      Database database, ActivityRows rows, Purposes purposes, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.purposes = purposes;
    this.outbox = outbox;
    this.clock = clock;
  }

  List<Activity> listAll(Actor reader) {
    return database.read(reader.controller(), rows::listAll);
  }

  /** Stores a draft version; its purpose, or its change, cannot be used before the review. */
  Activity propose(Actor proposer, Proposal proposal) {
    LocalDate today = BusinessTime.today(clock);
    return database.write(
        proposer.controller(),
        handle -> {
          requireMeaningful(handle, proposal);
          int version = rows.newestVersion(handle, proposal.code()) + 1;
          Purpose before = purposes.find(handle, proposal.code(), today).orElse(null);
          LocalDate wanted = proposal.validFrom();
          LocalDate validFrom = wanted == null || wanted.isBefore(today) ? today : wanted;
          rows.insert(
              handle,
              proposer,
              proposal,
              version,
              termsVersion(before, proposal),
              validFrom,
              clock.instant());
          outbox.record(
              handle,
              AuditEvents.of(proposer, "purpose.proposed", clock)
                  .purpose(proposal.code())
                  .resource("purpose", proposal.code() + "." + version)
                  .build());
          return getOwn(handle, proposal.code(), version);
        });
  }

  /**
   * Approves a draft: from now on it is the version in force, and consents to other terms are
   * stale.
   */
  Activity approve(Actor officer, String code, int version, Review review) {
    return database.write(
        officer.controller(),
        handle -> {
          Activity draft = getDraft(handle, officer, code, version);
          if (!draft.pipiaTriggers().isEmpty()
              && draft.pipiaReference() == null
              && review.pipia() == null) {
            throw new ProblemException(
                ProblemCode.PIPIA_REQUIRED, "PIPL 55: " + String.join(", ", draft.pipiaTriggers()));
          }
          Purpose before = purposes.find(handle, code, BusinessTime.today(clock)).orElse(null);
          rows.decide(handle, draft, "APPROVED", review, officer.id(), clock.instant());
          outbox.record(
              handle,
              AuditEvents.of(officer, "purpose.approved", clock)
                  .purpose(code)
                  .resource("purpose", code + "." + version)
                  .build());
          if (before != null
              && before.approved()
              && before.termsVersion() != draft.termsVersion()) {
            outbox.record(
                handle,
                AuditEvents.of(officer, "consent.stale", clock)
                    .purpose(code)
                    .reason("PURPOSE_CHANGED")
                    .build());
          }
          return getOwn(handle, code, version);
        });
  }

  Activity reject(Actor officer, String code, int version, Review review) {
    return database.write(
        officer.controller(),
        handle -> {
          Activity draft = getDraft(handle, officer, code, version);
          rows.decide(handle, draft, "REJECTED", review, officer.id(), clock.instant());
          outbox.record(
              handle,
              AuditEvents.of(officer, "purpose.rejected", clock)
                  .purpose(code)
                  .resource("purpose", code + "." + version)
                  .build());
          return getOwn(handle, code, version);
        });
  }

  private Activity getDraft(Handle handle, Actor officer, String code, int version) {
    Activity draft = getOwn(handle, code, version);
    if (!draft.status().equals("DRAFT")) {
      throw new ProblemException(ProblemCode.CONFLICT, "The version is decided already.");
    }
    if (draft.proposedBy().equals(officer.id())) {
      throw new ProblemException(ProblemCode.SELF_APPROVAL);
    }
    return draft;
  }

  private Activity getOwn(Handle handle, String code, int version) {
    return rows.findOwn(handle, code, version)
        .orElseThrow(() -> new ProblemException(ProblemCode.PURPOSE_UNKNOWN));
  }

  /** Grows when a person would have agreed to something else (PIPL 14). */
  private static int termsVersion(@Nullable Purpose before, Proposal now) {
    if (before == null) {
      return 1;
    }
    boolean same =
        before.words().equals(now.words())
            && before.method().equals(now.method())
            && before.categories().equals(now.categories())
            && before.retentionClass().equals(now.retentionClass())
            && before.recipientRequired() == now.recipientRequired();
    return same ? before.termsVersion() : before.termsVersion() + 1;
  }

  private void requireMeaningful(Handle handle, Proposal proposal) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (proposal.basis() == LegalBasis.OWN_DATA) {
      faults.add(new Problem.Fault("basis", "BASIS", "consent, contract or statute"));
    }
    if (proposal.fields().stream().anyMatch(name -> DataField.find(name).isEmpty())) {
      faults.add(new Problem.Fault("fields", "FIELD_UNKNOWN", "a field does not exist"));
    }
    Set<String> known =
        Arrays.stream(Role.values()).map(Role::label).collect(Collectors.toUnmodifiableSet());
    if (!known.containsAll(proposal.roles())) {
      faults.add(new Problem.Fault("roles", "ROLE_UNKNOWN", "a role does not exist"));
    }
    if (!rows.retentionClassExists(handle, proposal.retentionClass())) {
      faults.add(new Problem.Fault("retentionClass", "UNKNOWN", "not a class of DR-09"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, null, faults);
    }
  }
}
