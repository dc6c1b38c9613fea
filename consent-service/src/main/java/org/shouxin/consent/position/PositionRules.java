package org.shouxin.consent.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What a change of staff needs beside its words: nobody comes in as a mover (R-AC-07). */
@ApplicationScoped
class PositionRules {
  /** Who controls is not made by whom she controls (R-AC-01). */
  private static final Set<String> CONTROL = Set.of("compliance-officer", "auditor", "operator");

  private static final String CONFLICTING =
      "select exists (select 1 from role_conflict c where c.effective_from <= :today"
          + " and c.role = any(:roles) and c.other = any(:roles))";

  private final Positions positions;

  PositionRules(Positions positions) {
    this.positions = positions;
  }

  /**
   * At the proposal.
   *
   * @throws ProblemException REQUEST_INVALID for roles that one person must not hold together;
   *     EVIDENCE_REQUIRED for a mover who holds no position here, without a joiner's papers
   */
  void require(Handle handle, Actor proposer, HrEvent event, LocalDate today) {
    List<String> roles = Optional.ofNullable(event.roles()).orElse(List.of());
    boolean conflicting =
        handle
            .createQuery(CONFLICTING)
            .bind("today", today)
            .bindArray("roles", String.class, roles)
            .mapTo(Boolean.class)
            .one();
    if (conflicting) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "One person must not hold these roles together.");
    }
    boolean papers = event.identityNumber() != null && event.externalCheck() != null;
    if (event.kind() == StaffChange.Kind.MOVER
        && !papers
        && !inOffice(handle, event.employeeNo(), today)) {
      throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED);
    }
  }

  /**
   * At the approval.
   *
   * @param checked the person was named, so that the register can be asked
   * @throws ProblemException FOUR_EYES when roles of control are not approved by a compliance
   *     officer; CONFLICT for a mover who left since the proposal
   */
  void requireOffice(
      Handle handle, Actor approver, StaffChange proposed, boolean checked, LocalDate today) {
    if (hasControl(proposed.roles()) && !approver.has(Role.COMPLIANCE_OFFICER)) {
      throw new ProblemException(ProblemCode.FOUR_EYES);
    }
    if (proposed.kind() == StaffChange.Kind.MOVER
        && !checked
        && !inOffice(handle, proposed.employeeNo(), today)) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  private boolean inOffice(Handle handle, String employee, LocalDate today) {
    return positions
        .find(handle, employee, today)
        .filter(held -> held.endedAt() == null && !held.banned() && held.roles() != null)
        .isPresent();
  }

  private static boolean hasControl(@Nullable List<String> roles) {
    return roles != null && !Collections.disjoint(roles, CONTROL);
  }
}
