package org.shouxin.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** What records-service answers about requests for access. */
final class AccessAnswers {
  private AccessAnswers() {}

  static void requests() {
    String path = "/records/v1/access-requests";
    String waiting = request("APPROVAL", "REQUESTED", "");
    Neighbourhood.answer(any(urlPathEqualTo(path)), 200, "[" + waiting + "]");
    Neighbourhood.answer(
        post(urlPathEqualTo(path))
            .withRequestBody(
                equalToJson(
                    """
                    {"customerIds":["%s"],"fields":["name"],"purpose":"P-04","reason":"colleague is ill",
                     "minutes":60}
                    """
                        .formatted(Neighbourhood.LI_LEI))),
        200,
        waiting);
    Neighbourhood.answer(
        any(urlPathEqualTo(path + "/queue")),
        200,
        "[" + request("APPROVAL", "REQUESTED", ",\"reason\":\"colleague is ill\"") + "]");
    Neighbourhood.answer(
        any(urlPathEqualTo(path + "/q-1/approval")),
        200,
        request(
            "APPROVAL",
            "GRANTED",
            ",\"decidedBy\":\"1000\",\"openUntil\":\"2026-11-23T14:00:00+08:00\""));
    Neighbourhood.answer(
        any(urlPathEqualTo(path + "/q-1/rejection")), 200, request("APPROVAL", "REJECTED", ""));
    String due = ",\"reviewDueAt\":\"2026-11-24T13:00:00+08:00\"";
    Neighbourhood.answer(
        any(urlPathEqualTo(path + "/break-glass")), 200, request("BREAK_GLASS", "GRANTED", due));
    Neighbourhood.answer(
        any(urlPathEqualTo(path + "/q-1/review"))
            .withRequestBody(equalToJson("{\"justified\":true}")),
        200,
        request("BREAK_GLASS", "GRANTED", due + ",\"reviewOutcome\":\"JUSTIFIED\""));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/customers/approved"))
            .withRequestBody(equalToJson("{\"accessRequestId\":\"q-1\",\"fields\":[\"name\"]}")),
        200,
        Neighbourhood.found(Neighbourhood.person(Neighbourhood.LI_LEI, "李*", "[]")));
  }

  static void queues() {
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/unmask-grants/queue")),
        200,
        """
        [{"id":"u-1","customerId":"%s","field":"healthNote","purpose":"P-04","requestedBy":"1024",
          "requestedAt":"2026-11-23T09:00:00+08:00","decideBy":"2026-11-24T09:00:00+08:00",
          "reason":"call back about the claim"}]
        """
            .formatted(Neighbourhood.LI_LEI));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/corrections/k-1")),
        200,
        """
        {"id":"k-1","customerId":"%s","field":"name","current":"韩*","proposed":"韩**","evidence":"card seen"}
        """
            .formatted(Neighbourhood.LI_LEI));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/corrections/queue")),
        200,
        """
        [{"id":"k-1","customerId":"%s","field":"name","proposedBy":"1024",
          "proposedAt":"2026-11-23T09:00:00+08:00"}]
        """
            .formatted(Neighbourhood.LI_LEI));
  }

  private static String request(String kind, String state, String more) {
    return """
    {"id":"q-1","kind":"%s","state":"%s","requestedBy":"1024","purpose":"P-04","fields":["name"],
     "customerIds":["%s"],"requestedAt":"2026-11-23T09:00:00+08:00",
     "decideBy":"2026-11-23T13:00:00+08:00","uses":0%s}
    """
        .formatted(kind, state, Neighbourhood.LI_LEI, more);
  }
}
