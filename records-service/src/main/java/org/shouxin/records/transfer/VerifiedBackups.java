package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What counts as "a verified backup first" (R-BT-04): the log says so, not the person who asks. */
@ApplicationScoped
class VerifiedBackups {
  private final RestoreTestApi audit;

  VerifiedBackups(@RestClient RestoreTestApi audit) {
    this.audit = audit;
  }

  /**
   * Accepts an event {@code backup.verified} of the signed log.
   *
   * @param frozenAt when who moves was frozen: the backup was begun later
   * @throws ProblemException {@code BACKUP_NOT_VERIFIED}
   */
  void requireVerified(ControllerId controller, String reference, Instant frozenAt) {
    if (!find(controller, reference).backedUpAt().isAfter(frozenAt)) {
      throw new ProblemException(ProblemCode.BACKUP_NOT_VERIFIED, "older than the cut-over");
    }
  }

  private RestoreTestApi.VerifiedBackup find(ControllerId controller, String reference) {
    try {
      return audit.verified(UUID.fromString(reference).toString(), controller.value());
    } catch (IllegalArgumentException noEvent) {
      throw new ProblemException(ProblemCode.BACKUP_NOT_VERIFIED, "no event", noEvent);
    } catch (ProblemException unknown) {
      if (unknown.code() == ProblemCode.EVENT_NOT_FOUND) {
        throw new ProblemException(ProblemCode.BACKUP_NOT_VERIFIED, "not in the log", unknown);
      }
      throw unknown;
    }
  }
}
