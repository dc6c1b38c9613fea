package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Certificates from before this system, taken over by two compliance officers (R-AC-06). */
final class Certificates {
  private Certificates() {}

  /** Lets an employee of ctl-donghai read customers. */
  static void imported(RunningSystem system, String employeeNo) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String proposed =
        system
            .caller("deng.compliance")
            .ask(
                "mutation($input: CertificatesInput!) { proposeCertificates(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "people", List.of(employeeNo),
                        "lastDay", today.plusMonths(2).toString(),
                        "evidence", "HR-2025-3")))
            .data("proposeCertificates")
            .path("id")
            .asText();
    assertThat(
            system
                .caller("fang.compliance")
                .ask(
                    "mutation($id: ID!) { approveCertificates(importId: $id) { approvedBy } }",
                    Map.of("id", proposed))
                .codes())
        .isEmpty();
  }
}
