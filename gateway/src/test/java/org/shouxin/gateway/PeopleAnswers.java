package org.shouxin.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** What consent-service answers about training, staff changes, bans and reviews. */
final class PeopleAnswers {
  private static final String V1 = "/consent/v1";

  private PeopleAnswers() {}

  static void all() {
    String transcript =
        """
        {"employeeNo":"%s","state":"%s","lastDay":null,"minutes":2370,"minutesNeeded":2400,"missing":["HOURS"],
         "sessions":[],"tests":[],"signatures":[{"kind":"PLEDGE","version":1,"textSha256":"ab","signedAt":"2026-11-22T02:00:00Z"}]}
        """;
    Neighbourhood.answer(
        get(urlPathEqualTo(V1 + "/clearance/me")), 200, transcript.formatted("1024", "MISSING"));
    Neighbourhood.answer(
        get(urlPathEqualTo(V1 + "/clearance/people/1025")),
        200,
        transcript.formatted("1025", "SUSPENDED"));
    Neighbourhood.answer(
        post(urlPathEqualTo(V1 + "/training/signatures"))
            .withRequestBody(
                equalToJson("{\"kind\":\"PLEDGE\",\"language\":\"en\",\"textSha256\":\"ab\"}")),
        204,
        "");
    Neighbourhood.answer(
        post(urlPathEqualTo(V1 + "/training/tests/t-1/answers"))
            .withRequestBody(equalToJson("{\"answers\":[1,2,3]}")),
        200,
        "{\"rightAnswers\":3,\"questions\":3,\"passed\":true}");
    String change =
        """
        {"id":"s-1","kind":"LEAVER","employeeNo":"1024","successor":"1025","effectiveOn":"2026-11-22",
         "proposedBy":"1001","proposedAt":"2026-11-22T02:00:00Z","approvedBy":%s}
        """;
    Neighbourhood.answer(
        post(urlPathEqualTo(V1 + "/staff-changes")), 201, change.formatted("null"));
    Neighbourhood.answer(
        any(urlPathEqualTo(V1 + "/staff-changes/s-1/approval")), 200, change.formatted("\"1000\""));
    Neighbourhood.answer(
        post(urlPathEqualTo(V1 + "/rights-reviews/items/r-1/decision"))
            .withRequestBody(equalToJson("{\"confirmed\":false}")),
        200,
        """
        {"id":"r-1","reviewId":"v-1","employeeNo":"1024","purpose":"P-04","marks":["UNUSED"],"state":"REVOKED",
         "decidedBy":"1000","decidedAt":"2026-11-22T02:00:00Z"}
        """);
  }
}
