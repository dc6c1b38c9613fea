package org.shouxin.records;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouxin.platform.identity.CustomerId;

/** What consent-service answers in a test. */
public final class ConsentService {
  private static final String REASSIGNED = "/v1/reassignments/done";
  private static final String DECISIONS = "/v1/permission/decisions";
  private static final String SUBJECTS = "/v1/consent-records/subjects";
  private static final String CALLS = "/v1/webhooks/[a-z-]+/corrections";
  private static final String CHILDREN = "/v1/guardianships/childhoods";
  private static final String CANARIES = "/v1/canaries/exported";
  private static final String GUARDIANS = "/v1/guardianships/guardians";
  private static final String WARDS = "/v1/guardianships/wards";
  private static final String PRESENTATIONS = "/v1/notices/presentations/check";
  private static final String INSURED = "/v1/notices/insured";
  private static final String CARRIED = "/v1/carried-items";
  private static final String ITEMS = "/v1/transfer-items";
  private static final String DEPARTURES = "/v1/departures";
  private static final String LEFTOVERS = "/v1/destruction/leftovers";
  public static final String DECISION_ID = "01a3c1f0-0000-7000-8000-00000000000d";

  /** Events {@code backup.verified} of the log: one from after every cut-over, one from before. */
  public static final String YOUNG_BACKUP = "01a3c1f0-0000-7000-8000-0000000000ba";

  public static final String OLD_BACKUP = "01a3c1f0-0000-7000-8000-0000000000bb";

  /** The verifier key of the log, as a manifest names it. */
  public static final String LOG_KEY =
      "log.test+5cf2a1b3+AWQz2ZbUXmRk2X0Zt1sF0oO6m1yN0hXlqf9zq3b0m9rE";

  private final WireMock server;

  /** Mails to staff wait there, once. */
  public void offersMailToStaff(String mail) {
    server.register(post("/v1/case-notice-mails/claims").willReturn(json("[" + mail + "]")));
    server.register(post("/v1/case-notice-mails/outcomes").willReturn(aResponse().withStatus(204)));
  }

  /** What was said about mails to staff. */
  public List<String> outcomesOfMailsToStaff() {
    return server.find(postRequestedFor(urlEqualTo("/v1/case-notice-mails/outcomes"))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  public ConsentService() {
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.consent-service.url", String.class));
    server = new WireMock(address.getHost(), address.getPort());
    server.resetMappings();
    server.resetRequests();
    server.register(WireMock.get(WARDS).willReturn(json("[]")));
    server.register(post(CANARIES).willReturn(aResponse().withStatus(204)));
    server.register(post(GUARDIANS).atPriority(10).willReturn(json("{\"guardianIds\":[]}")));
    server.register(
        post("/token").willReturn(json("{\"access_token\":\"own\",\"expires_in\":300}")));
  }

  /** Everyone, these fields. */
  public void permits(String... fields) {
    decides(permitted(fields));
  }

  /** Nobody, for this reason. */
  public void refuses(String reasonCode) {
    decides(refused(reasonCode));
  }

  /** Only those who are adults, these fields; minors need an approval. */
  public void permitsAdults(String... fields) {
    decides(
        "{{#if p.minor}}" + refused("MINOR_APPROVAL") + "{{else}}" + permitted(fields) + "{{/if}}");
  }

  /** Only those whose data are not restricted, these fields. */
  public void permitsUnrestricted(String... fields) {
    decides(
        "{{#if p.restricted}}"
            + refused("RESTRICTED")
            + "{{else}}"
            + permitted(fields)
            + "{{/if}}");
  }

  /** Only those whom the caller looks after, these fields. */
  public void permitsAssigned(String... fields) {
    decides(
        "{{#if p.assigned}}"
            + permitted(fields)
            + "{{else}}"
            + refused("NOT_ASSIGNED")
            + "{{/if}}");
  }

  /** As for staff: whom they look after, no minors; with an approval anybody; these fields. */
  public void permitsStaff(String... fields) {
    decides(
        "{{#if p.approved}}"
            + permitted(fields)
            + "{{else if p.minor}}"
            + refused("MINOR_APPROVAL")
            + "{{else if p.assigned}}"
            + permitted(fields)
            + "{{else}}"
            + refused("NOT_ASSIGNED")
            + "{{/if}}");
  }

  public void isAway() {
    server.register(post(DECISIONS).willReturn(aResponse().withStatus(502)));
  }

  /** These people consented to the calling partner, page after page of two. */
  public void hasSubjects(List<String> pageOne, List<String> pageTwo) {
    server.register(
        post(SUBJECTS)
            .atPriority(10)
            .willReturn(json("{\"customerIds\":[" + quoted(pageOne) + "],\"hasNextPage\":true}")));
    server.register(
        post(SUBJECTS)
            .atPriority(1)
            .withRequestBody(
                WireMock.matchingJsonPath("$.after", WireMock.equalTo(pageOne.getLast())))
            .willReturn(json("{\"customerIds\":[" + quoted(pageTwo) + "],\"hasNextPage\":false}")));
  }

  /** Webhooks of recipients: what becomes of every call from now on. */
  public void callsRecipients(String outcome) {
    server.register(
        post("/token").willReturn(json("{\"access_token\":\"own\",\"expires_in\":300}")));
    server.register(
        post(WireMock.urlPathMatching(CALLS))
            .willReturn(json("{\"outcome\":\"" + outcome + "\"}")));
  }

  /** Bodies of the messages to recipients' webhooks so far. */
  public List<String> calls() {
    return server.find(postRequestedFor(WireMock.urlPathMatching(CALLS))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  /** Takes announcements. */
  public void isTold() {
    server.register(post(CHILDREN).willReturn(aResponse().withStatus(204)));
    server.register(post(INSURED).willReturn(aResponse().withStatus(204)));
    server.register(post(DEPARTURES).willReturn(aResponse().withStatus(204)));
  }

  /** Takes no announcements. */
  public void isNotTold() {
    server.register(post(CHILDREN).willReturn(aResponse().withStatus(503)));
    server.register(post(INSURED).willReturn(aResponse().withStatus(503)));
  }

  public List<String> toldOfChildren() {
    return bodies(CHILDREN);
  }

  /** Bodies of what audit-service was told about decoys. */
  public List<String> canaries() {
    return bodies(CANARIES);
  }

  public List<String> toldOfInsured() {
    return bodies(INSURED);
  }

  /** Bodies of the decisions asked so far. */
  public List<String> questions() {
    return bodies(DECISIONS);
  }

  /** The tokens of the service's own that came with decisions, empty where none came. */
  public List<String> serviceTokens() {
    return server.find(postRequestedFor(urlEqualTo(DECISIONS))).stream()
        .sorted(java.util.Comparator.comparing(LoggedRequest::getLoggedDate))
        .map(request ->
            request.containsHeader("Shouxin-Service-Token")
                ? request.getHeader("Shouxin-Service-Token")
                : "")
        .toList();
  }

  private List<String> bodies(String path) {
    return server.find(postRequestedFor(urlEqualTo(path))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  /** Who was shown the notice in force for these audiences. */
  public void hasShownTheNoticeTo(String customer, String audience) {
    server.register(post(PRESENTATIONS).atPriority(10).willReturn(json("{\"presented\":false}")));
    server.register(
        post(PRESENTATIONS)
            .atPriority(1)
            .withRequestBody(WireMock.matchingJsonPath("$.customerId", WireMock.equalTo(customer)))
            .withRequestBody(WireMock.containing(audience))
            .willReturn(json("{\"presented\":true}")));
  }

  /** The calling customer is the guardian of a child. */
  public void hasWard(CustomerId child) {
    server.register(WireMock.get(WARDS).willReturn(json("[{\"customerId\":\"" + child + "\"}]")));
  }

  /** These answer for a child. */
  public void hasGuardians(CustomerId child, List<CustomerId> guardians) {
    server.register(
        post(GUARDIANS)
            .atPriority(1)
            .withRequestBody(WireMock.containing(child.toString()))
            .willReturn(
                json(
                    guardians.stream()
                        .map(guardian -> "\"" + guardian + "\"")
                        .collect(Collectors.joining(",", "{\"guardianIds\":[", "]}")))));
  }

  /** Nobody can be asked who answers for a child. */
  public void cannotTellGuardians() {
    server.register(post(GUARDIANS).atPriority(1).willReturn(aResponse().withStatus(503)));
  }

  /** The calling partner may ask about nobody. */
  public void refusesThePartner(String problem) {
    refusesTheCaller(problem, "RECIPIENT_INACTIVE");
  }

  /** One employee's customers have to go to another. */
  public void reassigns(String change, String from, String to) {
    server.register(
        post("/token").willReturn(json("{\"access_token\":\"own\",\"expires_in\":300}")));
    server.register(post(REASSIGNED).willReturn(aResponse().withStatus(204)));
    server.register(
        WireMock.get("/v1/reassignments")
            .willReturn(
                json(
                    """
                    [{"controllerId":"ctl-donghai","id":"%s","fromEmployee":"%s","toEmployee":"%s"}]\
                    """
                        .formatted(change, from, to))));
  }

  /** What was said of reassignments so far. */
  public List<String> reassigned() {
    return bodies(REASSIGNED);
  }

  /** The caller may ask about nobody, whoever it is. */
  public void refusesTheCaller(String problem, String reason) {
    server.register(
        post(DECISIONS)
            .willReturn(
                json(
                    """
                    {"id":"%s","purpose":"P-12","ruleVersion":"test.1","callerRefusal":"%s",
                     "people":[{{#each (jsonPath request.body '$.people') as |p|}}%s{{/each}}]}\
                    """
                        .formatted(DECISION_ID, problem, refused(reason)))));
  }

  /** Holds nothing about the people of a transfer, and takes what arrives. */
  public void givesItems() {
    server.register(post(ITEMS + "/query").willReturn(json("[]")));
    server.register(post(ITEMS).willReturn(json("{\"taken\":0}")));
    server.register(post(CARRIED + "/query").willReturn(json("[]")));
    server.register(WireMock.get("/tlog/vkey").willReturn(aResponse().withBody(LOG_KEY + "\n")));
    server.register(post(CARRIED + "/check").willReturn(json("{\"flawed\":[]}")));
    server.register(post(CARRIED).willReturn(json("{\"taken\":0}")));
    server.register(post(ITEMS + "/clocks").willReturn(json("{\"open\":2}")));
    backup(YOUNG_BACKUP, "2099-01-01T00:00:00Z");
    backup(OLD_BACKUP, "2026-01-01T00:00:00Z");
    server.register(
        WireMock.get(WireMock.urlPathMatching("/v1/restore-tests/verified/.*"))
            .atPriority(10)
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{\"code\":\"EVENT_NOT_FOUND\",\"status\":404}")));
  }

  /** Holds one fact about the first of any people it is asked about, and takes what arrives. */
  public void holdsSomething() {
    server.register(
        post(ITEMS + "/query")
            .willReturn(
                json(
                    """
                    [{"itemClass":"childhood","content":{\
                    "customerId":"{{jsonPath request.body '$.people[0]'}}","fourteenOn":"2031-05-06",\
                    "reportedAt":"2026-01-01T00:00:00+00:00"} }]\
                    """)));
  }

  /** Tells nothing any more of what arrived. */
  public void forgetsWhatArrived() {
    server.register(
        post(ITEMS + "/query")
            .atPriority(1)
            .withRequestBody(WireMock.matchingJsonPath("$.arrived", WireMock.equalTo("true")))
            .willReturn(json("[]")));
  }

  /** Bodies of what was said of who moved to another controller. */
  public List<String> toldOfDeparted() {
    return bodies(DEPARTURES);
  }

  /** The log has one entry about this person; of those that arrive, the first has this flaw. */
  public void carriesEntry(CustomerId customer, String flaw) {
    server.register(
        post(CARRIED + "/query")
            .willReturn(
                json(
                    """
                    [{"itemClass":"auditEntry","content":{"customerId":"%s","logIndex":7,"entry":"{}",\
                    "hashes":[],"checkpoint":"c"}}]\
                    """
                        .formatted(customer))));
    server.register(
        post(CARRIED + "/check")
            .willReturn(json("{\"flawed\":[{\"item\":1,\"flaw\":\"%s\"}]}".formatted(flaw))));
  }

  /** Somebody's log entry travels; whoever brings it is turned away until it is taken. */
  public void takesNoEntry(CustomerId customer) {
    carriesEntry(customer, "");
    server.register(post(CARRIED + "/check").willReturn(json("{\"flawed\":[]}")));
    server.register(post(CARRIED).willReturn(aResponse().withStatus(503)));
  }

  /** Takes what is brought again. */
  public void takesEntries() {
    server.register(post(CARRIED).willReturn(json("{\"taken\":1}")));
  }

  /** Bodies of the questions for items so far. */
  public List<String> itemsAsked() {
    return bodies(ITEMS + "/query");
  }

  /** Plans the destruction of leftovers, of which so many records wait. */
  public void plansDestruction(int waiting) {
    server.register(
        post(LEFTOVERS)
            .willReturn(
                json(
                    "{\"planId\":\"%s\",\"proposed\":4,\"waiting\":%d}"
                        .formatted(YOUNG_BACKUP, waiting))));
    server.register(
        post(LEFTOVERS + "/query")
            .willReturn(
                json(
                    "[{\"planId\":\"%s\",\"state\":\"CERTIFIED\",\"certificateSha256\":\"%s\"}]"
                        .formatted(YOUNG_BACKUP, "c".repeat(43)))));
  }

  /** Is asked to plan nothing, and away. */
  public void plansNoDestruction() {
    server.register(post(LEFTOVERS).willReturn(aResponse().withStatus(503)));
  }

  /** Bodies of what was proposed for destruction so far. */
  public List<String> proposed() {
    return bodies(LEFTOVERS);
  }

  /** What was asked about carried entries so far. */
  public List<String> checked() {
    return bodies(CARRIED + "/check");
  }

  /** What was brought of an arriving package so far. */
  public List<String> brought() {
    List<String> brought = new ArrayList<>(bodies(ITEMS));
    brought.addAll(bodies(CARRIED));
    return brought;
  }

  private void backup(String event, String backedUpAt) {
    server.register(
        WireMock.get(WireMock.urlPathEqualTo("/v1/restore-tests/verified/" + event))
            .willReturn(
                json("{\"eventId\":\"%s\",\"backedUpAt\":\"%s\"}".formatted(event, backedUpAt))));
  }

  /** Answers for one chunk of people, then is away. */
  public void givesItemsOnce() {
    server.register(
        post(ITEMS + "/query")
            .inScenario("items")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("given")
            .willReturn(json("[]")));
    server.register(
        post(ITEMS + "/query")
            .inScenario("items")
            .whenScenarioStateIs("given")
            .willReturn(aResponse().withStatus(503)));
  }

  private void decides(String person) {
    server.register(
        post(DECISIONS)
            .willReturn(
                json(
                    """
                    {"id":"%s","purpose":"{{jsonPath request.body '$.purpose'}}","ruleVersion":"test.1",
                     "people":[{{#each (jsonPath request.body '$.people') as |p|}}{{#unless @first}},{{/unless}}%s{{/each}}]}\
                    """
                        .formatted(DECISION_ID, person))));
  }

  private static String permitted(String... fields) {
    return """
    {"id":"{{p.id}}","permitted":true,"rule":"PERM-08","legalBasis":"13-1",
     "consentRecordId":"01a3c1f0-0000-7000-8000-00000000000c","fields":[%s],
     "reasons":{"zh":"\\u540c\\u610f","en":"consented"},"reasonCode":"CONSENT_IN_FORCE"}\
    """
        .formatted(quoted(Arrays.asList(fields)));
  }

  private static String refused(String reasonCode) {
    return """
    {"id":"{{p.id}}","permitted":false,"rule":"PERM-08","legalBasis":"13-1","fields":[],
     "reasons":{"zh":"\\u4e0d\\u540c\\u610f","en":"no"},"reasonCode":"%s"}\
    """
        .formatted(reasonCode);
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(","));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }
}
