package org.shouxin.consent.guardianship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What other features ask about guardians; a power ends on the child's 14th birthday. */
@ApplicationScoped
public class Guardians {
  private final GuardianshipRows rows;

  Guardians(GuardianshipRows rows) {
    this.rows = rows;
  }

  /**
   * The role in which an actor decides about a person's consent.
   *
   * @throws ProblemException GUARDIAN_REQUIRED for a child under 14 who decides herself; FORBIDDEN
   *     for anybody who is neither the person nor, of a child, a guardian in power
   */
  public DecidedAs roleOf(Handle handle, Actor actor, CustomerId person, LocalDate day) {
    if (actor.kind() == ActorKind.EMPLOYEE) {
      return DecidedAs.STAFF;
    }
    if (!actor.is(person)) {
      if (isWard(handle, actor, person, day)) {
        return DecidedAs.GUARDIAN;
      }
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "A consent is given by the person herself.");
    }
    if (fourteenOn(handle, person, day).isPresent()) {
      throw new ProblemException(
          ProblemCode.GUARDIAN_REQUIRED, "Under 14 a guardian decides (PIPL 31).");
    }
    return DecidedAs.SELF;
  }

  /** The day from which a child decides herself; empty for everybody who does already. */
  public Optional<LocalDate> fourteenOn(Handle handle, CustomerId person, LocalDate day) {
    return rows.findFourteenOn(handle, person, day);
  }

  /** True while the actor is a guardian in power of this person. */
  public boolean isWard(Handle handle, Actor actor, CustomerId person, LocalDate day) {
    CustomerId guardian = actor.customerId();
    return guardian != null && isGuardian(handle, guardian, person, day);
  }

  /** True while one person is a guardian in power of another. */
  public boolean isGuardian(Handle handle, CustomerId guardian, CustomerId person, LocalDate day) {
    return rows.findInPower(handle, guardian, person, day).isPresent();
  }

  /** All children for whom the actor decides on a day; empty for actors who are no customers. */
  public Set<CustomerId> wardsOf(Handle handle, Actor actor, LocalDate day) {
    CustomerId guardian = actor.customerId();
    return guardian == null
        ? Set.of()
        : rows.listInPower(handle, guardian, day).stream()
            .map(power -> new CustomerId(power.childId()))
            .collect(Collectors.toUnmodifiableSet());
  }
}
