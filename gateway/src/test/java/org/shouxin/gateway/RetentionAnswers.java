package org.shouxin.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import org.shouxin.platform.problem.ProblemCode;

/** What audit- and consent-service answer about retention, holds and erasure. */
final class RetentionAnswers {
  private static final String HOLD =
      """
      {"id":"h-1","scope":{"kind":"QUERY","insurer":"平安产险","endedUntil":"2022-12-31"},"state":"%s",
       "reason":"court case 2026-118","placedBy":"1001","placedAt":"2026-11-22T02:00:00Z","covered":%d,
       "steps":[%s]}
      """;
  private static final String REQUEST =
      """
      {"id":"q-7","customerId":"c-7","type":"DELETE","state":"%s","receivedAt":"2026-11-22T02:00:00Z",
       "dueAt":"2026-12-22T02:00:00Z","clocks":[],"erasure":[{"store":"records","recordRef":"","kind":"IDENTITY",
       "decision":"RESTRICT","reasonCode":"STATUTORY_RETENTION","articleZh":"反洗钱法","articleEn":"AML Law",
       "untilOn":"2034-07-01","textZh":"保存至2034年7月1日","textEn":"kept until 1 July 2034"}]}
      """;

  private static final String ACCESS =
      """
      {"id":"b-1","scope":{"act":"RESTORE","recordsBackup":"20261122T181500Z-3f9a01bc",
       "keysBackup":"20261122T181501Z-00aa11bb"},"state":"%s","reason":"disaster of ticket 7","requestedBy":"1010",
       "requestedAt":"2026-11-23T02:00:00Z","usableUntil":%s,"steps":[%s]}
      """;

  private RetentionAnswers() {}

  static void stand() {
    Neighbourhood.answer(
        any(urlPathEqualTo("/audit/v1/legal-holds"))
            .withRequestBody(
                equalToJson(
                    """
                    {"scope":{"kind":"QUERY","customerId":null,"recordId":null,"insurer":"平安产险",
                      "branch":null,"endedFrom":null,"endedUntil":"2022-12-31"},
                     "reason":"court case 2026-118"}
                    """)),
        201,
        HOLD.formatted("PLACED", 0, ""));
    Neighbourhood.answer(
        any(urlPathEqualTo("/audit/v1/legal-holds/h-1/approval")),
        200,
        HOLD.formatted(
            "IN_FORCE",
            3,
            "{\"kind\":\"APPROVED\",\"employeeNo\":\"1010\",\"reason\":\"\",\"at\":\"2026-11-22T03:00:00Z\"}"));
    Neighbourhood.refuse("/audit/v1/legal-holds/h-1/release", ProblemCode.FOUR_EYES);
    backupAccess();
    Neighbourhood.answer(
        any(urlPathEqualTo("/audit/v1/retention/query"))
            .withRequestBody(equalToJson("{\"customerId\":\"" + Neighbourhood.LI_LEI + "\"}")),
        200,
        """
        [{"store":"records","recordRef":"","kind":"IDENTITY","retentionClass":"RT-03","ruleVersion":2,
          "startsOn":"2024-07-01","dueOn":"2034-07-01","state":"RESTRICTED","held":null,
          "kindZh":"身份和联系资料","kindEn":"identity and contact data","articleZh":"反洗钱法","articleEn":"AML Law",
          "changes":[{"changedAt":"2025-01-01T00:10:00Z","retentionClass":"RT-03","fromVersion":1,
            "fromDueOn":"2029-07-01","toVersion":2,"toDueOn":"2034-07-01"}]}]
        """);
    Neighbourhood.answer(
        any(urlPathEqualTo("/consent/v1/rights-requests/query")),
        200,
        "{\"requests\":[%s],\"cursors\":[\"c\"],\"hasNextPage\":false}"
            .formatted(REQUEST.formatted("ANSWERED")));
    Neighbourhood.answer(
        any(urlPathEqualTo("/consent/v1/rights-requests/q-7/erasure-confirmation")),
        200,
        REQUEST.formatted("ANSWERED"));
    Neighbourhood.refuse(
        "/consent/v1/rights-requests/q-8/erasure-confirmation", ProblemCode.ERASURE_OUTDATED);
  }

  private static void backupAccess() {
    Neighbourhood.answer(
        any(urlPathEqualTo("/audit/v1/backup-accesses"))
            .withRequestBody(
                equalToJson(
                    """
                    {"scope":{"act":"RESTORE","recordsBackup":"20261122T181500Z-3f9a01bc",
                      "keysBackup":"20261122T181501Z-00aa11bb"},"reason":"disaster of ticket 7"}
                    """)),
        201,
        ACCESS.formatted("REQUESTED", "null", ""));
    Neighbourhood.answer(
        any(urlPathEqualTo("/audit/v1/backup-accesses/b-1/approval")),
        200,
        ACCESS.formatted(
            "APPROVED",
            "\"2026-11-24T03:00:00Z\"",
            "{\"kind\":\"APPROVED\",\"takenBy\":\"1001\",\"at\":\"2026-11-23T03:00:00Z\"}"));
  }
}
