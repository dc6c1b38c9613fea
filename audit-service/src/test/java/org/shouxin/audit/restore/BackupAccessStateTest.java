package org.shouxin.audit.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouxin.audit.restore.BackupAccess.BackupStepKind.APPROVED;
import static org.shouxin.audit.restore.BackupAccess.BackupStepKind.REJECTED;
import static org.shouxin.audit.restore.BackupAccess.BackupStepKind.USED;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.restore.BackupAccess.BackupStepKind;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The life of a request to touch a backup, without a database (R-RC-08). */
class BackupAccessStateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Instant NEXT_NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final BackupAccessState ASKED = new BackupAccessState.Requested("1010");

  @Test
  void anApprovalStandsForADayToTheSecond() {
    BackupAccessState approved = ASKED.after(APPROVED, "1001", NOON);
    assertThat(approved.label(NEXT_NOON.minusMillis(1))).isEqualTo("APPROVED");
    assertThat(approved.label(NEXT_NOON)).isEqualTo("EXPIRED");
    assertThat(approved.after(USED, "1010", NEXT_NOON.minusMillis(1)).label(NEXT_NOON))
        .isEqualTo("USED");
    refused(approved, USED, "1010", NEXT_NOON, ProblemCode.GRANT_EXPIRED);
  }

  @Test
  void whoAskedNeitherApprovesNorDoesAnybodyElseUseIt() {
    refused(ASKED, APPROVED, "1010", NOON, ProblemCode.FOUR_EYES);
    refused(ASKED.after(APPROVED, "1001", NOON), USED, "1001", NOON, ProblemCode.FORBIDDEN);
  }

  @Test
  void nothingFollowsARejectionOrAUseAndNothingIsUsedUnapproved() {
    refused(ASKED, USED, "1010", NOON, ProblemCode.BACKUP_ACCESS_CONFLICT);
    BackupAccessState rejected = ASKED.after(REJECTED, "1010", NOON);
    BackupAccessState used = ASKED.after(APPROVED, "1001", NOON).after(USED, "1010", NOON);
    for (BackupStepKind step : BackupStepKind.values()) {
      refused(rejected, step, "1001", NOON, ProblemCode.BACKUP_ACCESS_CONFLICT);
      refused(used, step, "1010", NOON, ProblemCode.BACKUP_ACCESS_CONFLICT);
    }
  }

  private static void refused(
      BackupAccessState state, BackupStepKind step, String by, Instant at, ProblemCode code) {
    assertThatThrownBy(() -> state.after(step, by, at))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
