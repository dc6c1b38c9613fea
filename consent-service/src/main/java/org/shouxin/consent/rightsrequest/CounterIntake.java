package org.shouxin.consent.rightsrequest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Requests of people at the counter, on the phone and by letter, recorded by staff (R-CP-02). Until
 * it is on record who asked, the request waits (K-05) and is answered by nobody.
 */
@ApplicationScoped
class CounterIntake {
  private final Database database;
  private final RequestRows rows;
  private final RequestJournal journal;
  private final Guardians guardians;
  private final Clock clock;

  CounterIntake(
      Database database,
      RequestRows rows,
      RequestJournal journal,
      Guardians guardians,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.journal = journal;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** What somebody asked for, and what staff saw. */
  record Recording(
      CustomerId customer,
      RightsRequestType type,
      IntakeChannel channel,
      @Nullable IdentityCheck identity,
      @Nullable CustomerId guardian) {}

  /**
   * Refuses what {@link #record} would refuse, and changes nothing.
   *
   * @throws ProblemException {@code IDENTITY_PROOF_TOO_WEAK}, {@code EVIDENCE_REQUIRED}; {@code
   *     REQUEST_INVALID} for a check that nobody can make on this channel; {@code FORBIDDEN} for a
   *     guardian who has no power over the person today
   */
  void check(Actor staff, Recording recording) {
    database.read(
        staff.controller(),
        handle -> {
          requirePossible(handle, recording);
          return recording;
        });
  }

  /** Records a request whose words were sealed; a copy with the same key finds the first. */
  RightsRequest record(Actor staff, Recording recording, UUID textId, @Nullable String key) {
    RightsRequests.Filing filing =
        new RightsRequests.Filing(recording.customer(), recording.type(), textId);
    return database.write(
        staff.controller(),
        handle -> {
          requirePossible(handle, recording);
          RequestRows.Received earlier = journal.findEarlier(handle, staff, filing, key);
          if (earlier != null) {
            return journal.view(handle, staff, earlier);
          }
          RequestRows.Received received = journal.receive(handle, staff, filing, key);
          rows.insert(
              handle,
              staff.controller(),
              received.id(),
              new Intake(recording.channel(), staff.id(), recording.guardian()));
          IdentityCheck identity = recording.identity();
          if (identity == null) {
            journal.awaitIdentity(handle, staff, received);
          } else {
            journal.verify(handle, staff, received, identity);
          }
          return journal.view(handle, staff, received);
        });
  }

  /**
   * Records the check of who asked; the answer's clock starts now (K-04, K-06).
   *
   * @throws ProblemException {@code FORBIDDEN} for a client manager who did not record the request;
   *     {@code CONFLICT} once it was checked
   */
  RightsRequest checkIdentity(Actor staff, UUID id, IdentityCheck identity) {
    return database.write(
        staff.controller(),
        handle -> {
          RequestRows.Received received = journal.find(handle, id);
          Intake intake = rows.findIntake(handle, id).orElse(null);
          if (!staff.has(Role.SUPERVISOR) && (intake == null || !intake.isBy(staff))) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          identity.requireEnoughFor(received.type());
          journal.verify(handle, staff, received, identity);
          return journal.view(handle, staff, received);
        });
  }

  private void requirePossible(Handle handle, Recording recording) {
    IdentityCheck identity = recording.identity();
    if (identity != null) {
      identity.requireEnoughFor(recording.type());
      if (!identity.proof().isPossibleAt(recording.channel())) {
        throw new ProblemException(
            ProblemCode.REQUEST_INVALID, "identity: not possible on this channel");
      }
    }
    CustomerId guardian = recording.guardian();
    if (guardian != null
        && !guardians.isGuardian(
            handle, guardian, recording.customer(), BusinessTime.today(clock))) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "No guardianship of this person is proven today.");
    }
  }
}
