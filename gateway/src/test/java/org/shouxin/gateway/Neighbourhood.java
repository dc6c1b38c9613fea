package org.shouxin.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.problem.ProblemCode;

/** The three services as the gateway meets them: their REST answers, and what was asked of them. */
public final class Neighbourhood implements QuarkusTestResourceLifecycleManager {
  static final String LI_LEI = "0198a6c2-4d1b-4c7a-9b53-d1f2a3b4c5d6";
  static final String HAN_MEI = "7b1de0aa-52f7-4f0e-8a3c-e5a6b7c8d9ea";
  static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @Override
  public Map<String, String> start() {
    SERVER.start();
    reset();
    return Map.of(
        "quarkus.rest-client.consent-service.url", SERVER.baseUrl() + "/consent",
        "quarkus.rest-client.records-service.url", SERVER.baseUrl() + "/records",
        "quarkus.rest-client.audit-service.url", SERVER.baseUrl() + "/audit");
  }

  @Override
  public void stop() {
    SERVER.stop();
  }

  /** Forgets what was asked and answers as on the first day. */
  static void reset() {
    SERVER.resetAll();
    records();
    CampaignAnswers.corrections();
    CampaignAnswers.campaigns();
    AccessAnswers.requests();
    AccessAnswers.queues();
    RetentionAnswers.stand();
    PeopleAnswers.all();
    consent();
    audit();
  }

  /**
   * Everything that was asked of a service, oldest first, but refusals: tokens that an earlier test
   * brought are shown to records-service in their own time.
   */
  static List<LoggedRequest> asked(String service) {
    return SERVER
        .findAll(anyRequestedFor(urlMatching("/" + service + "/(?!v1/refusals).*")))
        .stream()
        .sorted((one, other) -> one.getLoggedDate().compareTo(other.getLoggedDate()))
        .toList();
  }

  /** What was refused at the edge and shown to records-service. */
  static List<LoggedRequest> refusalsShown() {
    return SERVER.findAll(anyRequestedFor(urlPathEqualTo("/records/v1/refusals")));
  }

  /** From now on a path of a service answers a problem. */
  static void refuse(String path, ProblemCode code) {
    SERVER.stubFor(
        any(urlPathEqualTo(path))
            .atPriority(1)
            .willReturn(
                aResponse()
                    .withStatus(code.status())
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(
                        """
                        {"type":"%s","title":"%s","status":%d,"code":"%s"}
                        """
                            .formatted(code.type(), code.title(), code.status(), code))));
  }

  /** From now on a path of a service answers whatever is given. */
  static void answer(String path, int status, String body) {
    answer(any(urlPathEqualTo(path)).atPriority(1), status, body);
  }

  private static void records() {
    String none = "{\"decisionId\":\"d-0\",\"ruleVersion\":\"2026-11-01\",\"customers\":[]}";
    String read = "/records/v1/customers/read";
    answer(any(urlPathEqualTo(read)).atPriority(9), 200, none);
    answer(
        any(urlPathEqualTo(read)).withRequestBody(matchingJsonPath("$.ids[0]", equalTo(LI_LEI))),
        200,
        found(person(LI_LEI, "李*", "[\"birthDate\",\"policies\"]")));
    answer(any(urlPathEqualTo("/records/v1/customers/search")).atPriority(9), 200, none);
    answer(
        any(urlPathEqualTo("/records/v1/customers/search"))
            .withRequestBody(
                equalToJson(
                    """
                    {"factors":{"name":"李雷","idNumber":null,"mobile":"13800010001","policyNumber":null},
                     "purpose":"P-12","fields":["name","mobile"]}
                    """)),
        200,
        found(person(LI_LEI, "李*", "[]")));
    answer(
        any(urlPathEqualTo("/records/v1/customers/search"))
            .withRequestBody(matchingJsonPath("$.purpose", equalTo("P-21")))
            .withRequestBody(matchingJsonPath("$.factors.mobile", equalTo("13800010001"))),
        200,
        found(person(LI_LEI, "李*", "[]")));
    answer(
        any(urlPathEqualTo("/records/v1/customers/search-by-terms"))
            .withRequestBody(
                equalToJson(
                    """
                    {"terms":{"name":null,"nameCharacters":"李雷","idNumberEnd":null,"mobileEnd":"0001"},
                     "purpose":"P-04","fields":["name"],"first":2,"after":null}
                    """)),
        200,
        "{\"customers\":[%s],\"cursors\":[\"s-1\"],\"hasNextPage\":false}"
            .formatted(person(LI_LEI, "李*", "[]")));
    answer(
        any(urlPathEqualTo("/records/v1/conflicts/list")),
        200,
        """
        {"conflicts":[{"field":"name","values":[
          {"statementId":"s-1","value":"李*","source":"import:i-1","recordedAt":"2026-11-22T04:00:00Z"},
          {"statementId":"s-2","value":"雷*","source":"import:i-2","recordedAt":"2026-11-22T04:01:00Z"}]}]}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/conflicts/worklist")),
        200,
        """
        {"people":[{"customerId":"01a3c1f0-0000-7000-8000-000000000001","conflicts":[
          {"field":"name","values":[
            {"statementId":"s-1","value":"李*","source":"import:i-1","recordedAt":"2026-11-22T04:00:00Z"},
            {"statementId":"s-2","value":"雷*","source":"import:i-2","recordedAt":"2026-11-22T04:01:00Z"}]}]}],
         "endCursor":"w-1","hasNextPage":true}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/conflicts/choice")),
        200,
        "{\"field\":\"name\",\"state\":\"CHOSEN\"}");
    answer(
        any(urlPathEqualTo("/records/v1/customers/list")),
        200,
        """
        {"customers":[%s,%s],"cursors":["c-1","c-2"],"hasNextPage":true,"note":"a field of tomorrow"}
        """
            .formatted(person(LI_LEI, "李*", "[]"), person(HAN_MEI, "韩*", "[]")));
    answer(
        any(urlPathEqualTo("/records/v1/unmask-grants")),
        201,
        "{\"id\":\"g-1\",\"state\":\"REQUESTED\",\"expiresAt\":null,\"value\":null}");
    answer(
        any(urlPathEqualTo("/records/v1/unmask-grants/g-1/approval")),
        200,
        """
        {"id":"g-1","state":"OPEN","expiresAt":"2026-11-22T12:15:00+08:00","value":null}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/corrections")),
        201,
        "{\"id\":\"k-1\",\"state\":\"PROPOSED\"}");
    answer(
        any(urlPathEqualTo("/records/v1/unmask-grants/g-1/value")),
        200,
        """
        {"id":"g-1","state":"OPEN","expiresAt":"2026-11-22T12:15:00+08:00","value":"13800010001"}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/corrections/k-1/approval")),
        200,
        "{\"id\":\"k-1\",\"state\":\"APPLIED\"}");
    answer(
        any(urlPathEqualTo("/records/v1/corrections/k-1/rejection")),
        200,
        "{\"id\":\"k-1\",\"state\":\"REJECTED\"}");
    answer(any(urlPathEqualTo("/records/v1/case-texts")), 201, "{\"id\":\"x-1\"}");
    answer(any(urlPathEqualTo("/records/v1/case-texts/intake")), 201, "{\"id\":\"x-1\"}");
    refuse("/records/v1/transfers/t-2/advance", ProblemCode.TRANSFER_GATES_UNMET);
    String transfer =
        """
        {"id":"t-1","dealType":"SALE","stage":"%s","fromControllerId":"ctl-donghai",
         "gates":[{"code":"PIPIA_APPROVED","met":false,"detail":"0 of 1"}]}
        """;
    answer(any(urlPathEqualTo("/records/v1/transfers")), 201, transfer.formatted("PREPARED"));
    answer(
        any(urlPathEqualTo("/records/v1/transfers/t-1/advance")), 200, transfer.formatted("TOLD"));
    answer(
        any(urlPathEqualTo("/records/v1/transfers/t-1/rehearsal")),
        200,
        """
        {"transferId":"t-1","moved":2,"copied":4,"restricted":1,"excluded":1,"outside":5,"unreachable":0,"clocksCarried":3,
         "rulings":[{"situation":"HELD","disposition":"STAYS","people":1}],
         "unmet":[{"code":"RECEIVER_NAMED","met":false,"detail":"0 of 1"}]}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/transfers/t-1/leftovers")),
        200,
        """
        {"decided":[{"itemClass":"statement","decision":"DESTROY","basis":"file-2026-9"}],
         "plans":[{"planId":"p-1","state":"CERTIFIED","certificateSha256":"c-1"}]}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/arrivals/a-1/assignment"))
            .withRequestBody(equalToJson("{\"employeeNo\":\"5001\"}")),
        200,
        """
        {"id":"a-1","transferId":"t-1","fromControllerId":"ctl-donghai","people":2,"missing":[],
         "admitted":true,"receipted":true,"unassigned":0}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/data-rooms/t-1/tables"))
            .withRequestBody(
                equalToJson("{\"sellerId\":\"ctl-donghai\",\"dimensions\":[\"GENDER\"]}")),
        200,
        """
        {"content":{"rows":[{"values":{"GENDER":"F"},"people":12}],"suppressed":10},"watermark":"ctl-xinghe 2002 v-1"}
        """);
    answer(
        any(urlPathEqualTo("/records/v1/transfers/t-1/objection")),
        200,
        "{\"transferId\":\"t-1\",\"customerId\":\""
            + LI_LEI
            + "\",\"at\":\"2026-11-22T02:00:00Z\"}");
  }

  private static void consent() {
    String given =
        """
        {"id":"r-1","controllerId":"ctl-donghai","customerId":"%s","purpose":"P-12",
         "categories":["IDENTITY","CONTACT"],"recipientId":"partner-haiyun","state":"%s","noticeId":"n-1",
         "noticeVersion":3,"givenAt":"2026-11-22T10:00:00+08:00","withdrawnAt":%s,"expiresAt":null,"receipt":null}
        """;
    answer(
        any(urlPathEqualTo("/consent/v1/consent-records")),
        201,
        given.formatted(LI_LEI, "GIVEN", "null"));
    answer(
        any(urlPathMatching("/consent/v1/consent-records/(r-1/withdrawal|withdrawals)")),
        200,
        given.formatted(LI_LEI, "WITHDRAWN", "\"2026-11-22T11:00:00+08:00\""));
    answer(
        any(urlPathEqualTo("/consent/v1/consent-records/query")),
        200,
        "{\"" + LI_LEI + "\":[" + given.formatted(LI_LEI, "GIVEN", "null") + "]}");
    answer(
        any(urlPathEqualTo("/consent/v1/consent-texts")),
        200,
        """
        {"purpose":"P-12","language":"zh-CN","body":"同意向海云提供","sha256":"abc","separate":true}
        """);
    answer(
        any(urlPathEqualTo("/consent/v1/consent-records/refusals"))
            .withRequestBody(matchingJsonPath("$.customerId", equalTo(HAN_MEI))),
        201,
        given
            .formatted(HAN_MEI, "REFUSED", "null")
            .replace(
                "\"receipt\":null",
                "\"receipt\":null,\"decidedBy\":\"" + LI_LEI + "\",\"decidedAs\":\"GUARDIAN\""));
    answer(
        any(urlPathEqualTo("/consent/v1/guardianships/wards")),
        200,
        "[{\"customerId\":\"" + HAN_MEI + "\",\"relation\":\"PARENT\",\"endsOn\":\"2031-06-01\"}]");
    answer(
        any(urlPathEqualTo("/consent/v1/notices/to-read"))
            .withRequestBody(
                equalToJson("{\"customerId\":\"" + HAN_MEI + "\",\"language\":\"zh-CN\"}")),
        200,
        """
        [{"notice":{"id":"n-2","version":2,"audience":"GUARDIAN","language":"zh-CN","title":"t","body":"b",
          "sha256":"abc","effectiveFrom":"2026-11-22T02:00:00Z"},"seenVersion":1,
          "changes":[{"item":"N-17","heading":"存储地点","before":"上海","after":"北京"}]}]
        """);
    String order =
        """
        {"id":"s-1","recipientId":"partner-haiyun","consentRecordId":"r-1","customerId":"%s","purpose":"P-12",
         "state":"%s","orderedAt":"2026-11-22T02:00:00Z","dueAt":"2026-11-23T02:00:00Z","attempts":0,
         "deliveredAt":null,"acknowledgedAt":%s}
        """;
    answer(
        any(urlPathEqualTo("/consent/v1/stop-orders")).withQueryParam("open", equalTo("true")),
        200,
        "[" + order.formatted(LI_LEI, "OPEN", "null") + "]");
    answer(
        any(urlPathEqualTo("/consent/v1/stop-orders/s-1/acknowledgement")),
        200,
        order.formatted(LI_LEI, "ACKNOWLEDGED", "\"2026-11-22T03:00:00Z\""));
    refuse("/consent/v1/notices/current", ProblemCode.NOTICE_NOT_FOUND);
    answer(
        any(urlPathEqualTo("/consent/v1/complaints"))
            .withRequestBody(equalToJson("{\"customerId\":\"" + LI_LEI + "\",\"textId\":\"x-1\"}")),
        201,
        """
        {"id":"c-1","number":"TS-2026-000001","state":"RECEIVED","textId":"x-1",
         "receivedAt":"2026-11-22T02:00:00Z","firstResponseDueAt":"2026-11-25T02:00:00Z"}
        """);
    answer(
        any(urlPathEqualTo("/consent/v1/rights-requests"))
            .withRequestBody(
                equalToJson(
                    "{\"customerId\":\"" + LI_LEI + "\",\"type\":\"COPY\",\"textId\":null}")),
        201,
        """
        {"id":"q-1","type":"COPY","state":"RECEIVED","receivedAt":"2026-11-22T02:00:00Z","dueAt":"2026-12-07T02:00:00Z"}
        """);
  }

  private static void audit() {
    String alert =
        """
        {"id":"al-1","actorKind":"employee","actorId":"1024","role":"client-manager","interception":"BLOCK","score":112.5,
         "reasons":[{"signal":"NOT_OWN","measured":31.0,"soft":10.0,"hard":30.0,"points":105.0,"zh":"非本人客户","en":"not own"}],
         "ruleVersion":"shipped","logIndex":77,"raisedAt":"2026-11-22T02:00:00Z","state":"%s","decidedBy":%s,
         "decidedAt":%s,"reason":%s}
        """;
    answer(
        any(urlPathEqualTo("/audit/v1/alerts")),
        200,
        "{\"alerts\":[%s],\"cursors\":[\"al-c\"],\"hasNextPage\":false}"
            .formatted(alert.formatted("OPEN", null, null, null)));
    answer(
        any(urlPathEqualTo("/audit/v1/alerts/al-1/verdict"))
            .withRequestBody(equalToJson("{\"verdict\":\"LIFT\",\"reason\":\"a campaign\"}")),
        200,
        alert.formatted("LIFTED", "\"1001\"", "\"2026-11-22T02:05:00Z\"", "\"a campaign\""));
    answer(
        any(urlPathEqualTo("/audit/v1/access-history")),
        200,
        """
        {"events":[
          {"eventId":"e-2","occurredAt":"2026-11-22T10:02:00+08:00","type":"data.provided","actorKind":"partner",
           "actorId":"partner-haiyun","organization":"partner-haiyun","subjectRef":"x","purpose":"P-12",
           "legalBasis":"CN-PIPL-13-1","fields":["name"],"permitted":true,"decisionId":"d-1",
           "reasonCode":"CONSENT_IN_FORCE","logIndex":41,
           "inWords":{"zh":"\u5408\u4f5c\u673a\u6784\u67e5\u770b\u4e86\u60a8\u7684\u59d3\u540d\u3002","en":"The partner saw your name."}},
          {"eventId":"e-1","occurredAt":"2026-11-22T10:01:00+08:00","type":"access.denied","actorKind":"employee",
           "actorId":"1024","fields":[],"permitted":false,"logIndex":40}],
         "cursors":["a-1","a-2"],"hasNextPage":false}
        """);
    answer(
        any(urlPathEqualTo("/audit/v1/access-search"))
            .withRequestBody(
                equalToJson(
                    """
                    {"actorKind":"employee","actorId":"1024","purpose":"P-04","permitted":false,
                     "from":"2026-11-22T00:00:00+08:00","until":null,"first":10,"after":null}
                    """)),
        200,
        """
        {"events":[
          {"eventId":"e-1","occurredAt":"2026-11-22T10:01:00+08:00","type":"access.denied","actorKind":"employee",
           "actorId":"1024","purpose":"P-04","fields":[],"permitted":false,"logIndex":40}],
         "cursors":["s-1"],"hasNextPage":false}
        """);
    answer(
        any(urlPathEqualTo("/audit/v1/proofs/inclusion/e-2")),
        200,
        """
        {"eventId":"e-2","logIndex":41,"leaf":"{}","leafHash":"aGFzaA==","hashes":["aGFzaA=="],"checkpoint":"log\\n42\\n"}
        """);
    refuse("/audit/v1/proofs/inclusion/e-9", ProblemCode.EVENT_NOT_FOUND);
    incidents();
    destructions();
    answer(
        any(urlPathEqualTo("/audit/v1/traces"))
            .withRequestBody(
                equalToJson(
                    "{\"leakedIds\":[\""
                        + LI_LEI
                        + "\"],\"leakedBefore\":null,\"knownFields\":[\"mobile\"],\"markedExports\":null}")),
        200,
        """
        {"id":"t-1","leakedBefore":"2026-11-22T10:02:00Z","sample":1,"matched":1,"population":9,"suspects":[
         {"actorKind":"employee","actorId":"1024","matched":1,"accessed":3,"coverage":1.0,"precision":0.33,
          "score":1.5,"canaries":1,"marked":true,"firstAt":"2026-11-01T00:00:00Z","lastAt":"2026-11-02T00:00:00Z"}],
         "evidence":[{"suspect":0,"eventId":"e-2","logIndex":41,"occurredAt":"2026-11-02T00:00:00Z"}]}
        """);
  }

  private static void destructions() {
    answer(
        any(urlPathEqualTo("/audit/v1/destruction/plans/p-1/execution"))
            .withRequestBody(equalToJson("{\"witness\":\"1003\"}")),
        200,
        """
        {"id":"p-1","state":"STOPPED","cause":"ERASURE_REQUEST","proposer":"1001","proposedAt":"2026-11-22T02:00:00Z",
         "dueOn":"2026-11-22","scopeDigest":"d-1","clock":{"startedAt":"2026-11-22T16:00:00Z","dueAt":"2026-12-22T16:00:00Z"},
         "counts":[{"store":"records","retentionClass":"RT-15","method":"SHRED_KEY","state":"DONE","number":1,"people":1}],
         "remaining":[{"id":"it-2","planId":"p-1","subjectRef":"x","store":"records","recordRef":"","retentionClass":"RT-15",
           "method":"SHRED_KEY","digest":"l","state":"BEGUN","attempts":1,"fault":"KEY_STORE_DOWN"}],
         "steps":[{"kind":"STOPPED","at":"2026-11-22T02:05:00Z","actorId":"audit-service","scopeDigest":"d-1","detail":"HELD:it-2"}],
         "recipients":[]}
        """);
    answer(
        any(urlPathEqualTo("/audit/v1/destruction/plans/p-1/witness-absence"))
            .withRequestBody(equalToJson("{\"reason\":\"LEFT\"}")),
        200,
        unwitnessed("UNWITNESSED", ""));
    answer(
        any(urlPathEqualTo("/audit/v1/destruction/plans/p-1/log-confirmation"))
            .withRequestBody(equalToJson("{\"scopeDigest\":\"d-1\"}")),
        200,
        unwitnessed(
            "LOG_CONFIRMED",
            """
            ,{"kind":"LOG_CONFIRMED","at":"2026-11-30T02:00:00Z","actorId":"1005","scopeDigest":"d-1","detail":"LEFT"}\
            """));
    answer(
        any(urlPathEqualTo("/audit/v1/destruction/summaries"))
            .withRequestBody(equalToJson("{\"code\":\"23456\"}")),
        200,
        """
        {"number":"p-1","controllerId":"ctl-donghai","state":"EXECUTED","cause":"ERASURE_REQUEST","scopeDigest":"d-1",
         "items":[{"store":"records","retentionClass":"RT-15","method":"SHRED_KEY","state":"DONE",
           "destroyedAt":"2026-11-22T02:05:00Z","digest":"l","path":{"index":0,"size":1,"hashes":[]}}],
         "recipients":[{"recipientId":"partner-haiyun","state":"CONFIRMED","number":1}],"certificate":null}
        """);
  }

  private static String unwitnessed(String state, String confirmed) {
    return """
    {"id":"p-1","state":"%s","cause":"ERASURE_REQUEST","proposer":"1001","proposedAt":"2026-11-22T02:00:00Z",
     "dueOn":"2026-11-22","scopeDigest":"d-1","counts":[],"remaining":[],
     "steps":[{"kind":"WITNESS_ABSENT","at":"2026-11-24T02:00:00Z","actorId":"1010","scopeDigest":"d-1","detail":"LEFT"}%s],
     "recipients":[]}
    """
        .formatted(state, confirmed);
  }

  private static void incidents() {
    answer(
        any(urlPathEqualTo("/audit/v1/leak-reports"))
            .withRequestBody(
                equalToJson(
                    """
                    {"customerId":"%s","textId":"x-1","knownFields":["name","policies"],
                     "contactedAt":"2026-11-22T01:00:00Z"}
                    """
                        .formatted(LI_LEI))),
        201,
        "{\"id\":\"l-1\",\"receivedAt\":\"2026-11-22T02:00:00Z\"}");
    answer(
        any(urlPathEqualTo("/audit/v1/incident-notices/mine"))
            .withRequestBody(equalToJson("{\"language\":\"en\"}")),
        200,
        """
        [{"incidentId":"i-1","version":1,"body":"Cause\\nour clerk copied a file\\n","issuedAt":"2026-11-22T03:00:00Z"}]
        """);
    answer(
        any(urlPathEqualTo("/audit/v1/incidents/i-1/notices"))
            .withRequestBody(
                equalToJson(
                    """
                    {"items":{"en":{"CAUSE":"a copy","CONTACT":"95500"},"zh-CN":{"CAUSE":"被复制"}}}
                    """)),
        200,
        """
        {"id":"i-1","drill":false,"state":"ASSESSED","sourceKind":"TRACE","sourceReference":"t-1",
         "knownAt":"2026-11-22T01:00:00Z","openedAt":"2026-11-22T01:05:00Z","openedBy":"1001",
         "assessment":{"severity":{"persons":2},"grade":"GENERAL","because":[
           {"rule":"G-04","grade":"GENERAL","personsAtLeast":0,"basis":"PIPL 57"}]},
         "affected":[{"version":1,"logSize":9,"persons":2,"fields":["name"],"digest":"d","computedAt":"2026-11-22T01:06:00Z",
           "computedBy":"1001"}],"frozenVersion":1,
         "clocks":[{"code":"K-09","startedAt":"2026-11-22T01:00:00Z","dueAt":"2026-11-22T03:00:00Z","metAt":null,
           "course":["STARTED"],"open":true}],
         "reports":[],"noticeDecision":"NOTIFY",
         "progress":{"version":1,"persons":2,"sent":0,"seen":0,"waiting":2,"undelivered":0,"withheld":0},
         "steps":[],"drillScore":null}
        """);
  }

  private static com.github.tomakehurst.wiremock.matching.StringValuePattern equalTo(String text) {
    return com.github.tomakehurst.wiremock.client.WireMock.equalTo(text);
  }

  static String found(String person) {
    return "{\"decisionId\":\"d-1\",\"ruleVersion\":\"2026-11-01\",\"customers\":[" + person + "]}";
  }

  static String person(String id, String name, String withheld) {
    return """
    {"id":"%s","name":"%s","idType":"ID_CARD","idNumber":"110***********0011","gender":null,"birthDate":null,
     "mobile":"138****0001","email":null,"address":null,
     "policies":[{"number":"P***1","product":"医疗险","insurer":"东海","startOn":"2026-01-01","endOn":"2026-12-31",
      "sumInsured":"100000.00","premium":"600.00","role":"APPLICANT"}],
     "withheld":%s,
     "decision":{"id":"d-1","permitted":true,"purpose":"P-12","legalBasis":"CONSENT","reason":"已取得单独同意",
      "reasonCode":"CONSENT_IN_FORCE","ruleVersion":"2026-11-01","consentRecordId":"r-1"}}
    """
        .formatted(id, name, withheld);
  }

  static void answer(MappingBuilder request, int status, String body) {
    SERVER.stubFor(
        request.willReturn(
            aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body)));
  }
}
