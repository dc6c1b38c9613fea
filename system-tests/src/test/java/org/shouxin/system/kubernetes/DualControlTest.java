package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The expressions of k8s/overlays/dual-control, evaluated: who is refused, and by what words. */
class DualControlTest {
  private static final String NOT_APPROVED = "another person has to approve this (FOUR_EYES)";
  private static final String OTHERWISE = "approved was something else";
  private static final Map<String, Object> RESTORING =
      Map.of("spec", Map.of("bootstrap", Map.of("recovery", Map.of("source", "shouxin"))));
  private static final Map<String, Object> KEPT_30_DAYS =
      Map.of("spec", Map.of("instances", 3, "backup", Map.of("retentionPolicy", "30d")));

  private static Manifests dualControl = new Manifests(List.of());

  @BeforeAll
  static void render() throws Exception {
    dualControl = Manifests.render("k8s/overlays/dual-control");
  }

  @Test
  void oneGivesAnApprovalInOnesOwnNameOnlyAndNobodyChangesIt() {
    assertThat(approval("CREATE", "sun", "backup-approval", Map.of("approved-by", "sun")))
        .isEmpty();
    assertThat(approval("CREATE", "sun", "backup-approval", Map.of("approved-by", "deng")))
        .contains("approved-by is your own name");
    assertThat(approval("CREATE", "sun", "backup-approval", Map.of("act", "RESTORE")))
        .contains("approved-by is your own name");
    assertThat(approval("UPDATE", "sun", "backup-approval", Map.of("approved-by", "sun")))
        .contains("an approval is not changed; delete it and give another");
    assertThat(approval("UPDATE", "sun", "settings", Map.of("approved-by", "deng"))).isEmpty();
  }

  @Test
  void aClusterBeginsAsARestoreWithAnotherPersonsApprovalForExactlyThat() {
    Attempt restore = Attempt.of("ops", "CREATE", "clusters", "restored").with(RESTORING);
    assertThat(two(restore.approved("sun", "RESTORE", "clusters/restored"))).isEmpty();
    assertThat(two(restore.approved("ops", "RESTORE", "clusters/restored"))).contains(NOT_APPROVED);
    assertThat(two(restore.approved("sun", "DELETE", "clusters/restored"))).contains(OTHERWISE);
    assertThat(two(restore.approved("sun", "RESTORE", "clusters/other"))).contains(OTHERWISE);
    assertThat(two(restore)).as("without any approval").isPresent();
    assertThat(two(Attempt.of("ops", "CREATE", "clusters", "new").with(KEPT_30_DAYS)))
        .as("a new empty cluster is no restore")
        .isEmpty();
  }

  @Test
  void howLongBackupsAreKeptIsChangedByTwoPeopleAndTheRestByOne() {
    Attempt change = Attempt.of("ops", "UPDATE", "clusters", "shouxin").instead(KEPT_30_DAYS);
    Attempt shorter =
        change.with(
            Map.of("spec", Map.of("instances", 3, "backup", Map.of("retentionPolicy", "1d"))));
    Attempt none = change.with(Map.of("spec", Map.of("instances", 3)));
    Attempt larger =
        change.with(
            Map.of("spec", Map.of("instances", 5, "backup", Map.of("retentionPolicy", "30d"))));
    assertThat(two(larger)).isEmpty();
    assertThat(two(shorter)).isPresent();
    assertThat(two(none)).isPresent();
    assertThat(two(shorter.approved("ops", "DELETE", "clusters/shouxin"))).contains(NOT_APPROVED);
    assertThat(two(shorter.approved("sun", "DELETE", "clusters/shouxin"))).isEmpty();
    assertThat(two(none.approved("sun", "DELETE", "clusters/shouxin"))).isEmpty();
  }

  @Test
  void aBackupIsDeletedByTwoPeopleOrByItsOwnCleanUp() {
    Attempt byHand = Attempt.of("ops", "DELETE", "backups", "b-1").instead(Map.of());
    assertThat(two(byHand)).isPresent();
    assertThat(two(byHand.approved("sun", "DELETE", "backups/b-2"))).contains(OTHERWISE);
    assertThat(two(byHand.approved("sun", "DELETE", "backups/b-1"))).isEmpty();
    assertThat(
            two(
                Attempt.of(
                        "system:serviceaccount:cnpg-system:cnpg-manager",
                        "DELETE",
                        "backups",
                        "b-1")
                    .instead(Map.of())))
        .isEmpty();
  }

  @Test
  void theDrillRestoresItsOwnTwoClustersAndNoOther() {
    String drill = "system:serviceaccount:shouxin:restore-drill";
    assertThat(two(Attempt.of(drill, "CREATE", "clusters", "drill-shouxin-keys").with(RESTORING)))
        .isEmpty();
    assertThat(two(Attempt.of(drill, "CREATE", "clusters", "shouxin-2").with(RESTORING)))
        .isPresent();
    assertThat(two(Attempt.of("ops", "CREATE", "clusters", "drill-shouxin").with(RESTORING)))
        .isPresent();
  }

  /** A request to the API server; what it does not have is not bound, as {@code params} is not. */
  private record Attempt(Map<String, Object> variables) {
    static Attempt of(String person, String operation, String kind, String name) {
      return new Attempt(
          Map.of(
              "request",
              Map.of(
                  "operation",
                  operation,
                  "name",
                  name,
                  "resource",
                  Map.of("resource", kind),
                  "userInfo",
                  Map.of("username", person))));
    }

    Attempt with(Map<String, Object> object) {
      return and("object", object);
    }

    Attempt instead(Map<String, Object> oldObject) {
      return and("oldObject", oldObject);
    }

    Attempt approved(String person, String act, String object) {
      return and(
          "params", Map.of("data", Map.of("approved-by", person, "act", act, "object", object)));
    }

    private Attempt and(String name, Map<String, Object> value) {
      Map<String, Object> more = new HashMap<>(variables);
      more.put(name, value);
      return new Attempt(more);
    }
  }

  private static Optional<String> two(Attempt attempt) {
    return rules("shouxin-backup-two-people").refusal(attempt.variables());
  }

  private static Optional<String> approval(
      String operation, String person, String name, Map<String, Object> data) {
    return rules("shouxin-backup-approval")
        .refusal(
            Attempt.of(person, operation, "configmaps", name)
                .with(Map.of("metadata", Map.of("name", name), "data", data))
                .variables());
  }

  private static AdmissionRules rules(String policy) {
    return new AdmissionRules(dualControl.one("ValidatingAdmissionPolicy", policy));
  }
}
