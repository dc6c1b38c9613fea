package org.shouxin.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** What records-service answers about corrections and campaigns. */
final class CampaignAnswers {
  private CampaignAnswers() {}

  static void corrections() {
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/corrections/codes"))
            .withRequestBody(equalToJson("{\"mobile\":\"13800010002\"}")),
        200,
        "{\"expiresAt\":\"2026-11-22T02:05:00Z\"}");
    String notice =
        """
        {"id":"n-1","correctionId":"k-1","customerId":"%s","field":"mobile","recipientId":"partner-haiyun",
         "state":"%s","correctedAt":"2026-11-22T02:00:00Z","dueAt":"2026-11-25T02:00:00Z","acknowledgedAt":%s}
        """;
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/correction-notices")),
        200,
        "[" + notice.formatted(Neighbourhood.LI_LEI, "DELIVERED", "null") + "]");
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/correction-notices/n-1/acknowledgement")),
        200,
        notice.formatted(Neighbourhood.LI_LEI, "ACKNOWLEDGED", "\"2026-11-23T02:00:00Z\""));
  }

  static void campaigns() {
    String campaign =
        """
        {"id":"m-1","insurer":"平和人寿","letterReference":"平和函[2026]7","receivedOn":"2026-11-22",
         "dueOn":"2026-12-01","consequence":"缓发手续费","policies":1,"cleanPolicies":0}
        """;
    String item =
        """
        {"id":"i-1","campaignId":"m-1","customerId":"%s","reference":"L-7","openFields":["address"],
         "defects":[{"field":"address","kind":"MISSING","code":"KEY_FIELD_MISSING"}],
         "partnerId":"partner-haiyun","state":"%s","commissionHeld":false,"attempts":2}
        """;
    Neighbourhood.answer(any(urlPathEqualTo("/records/v1/campaigns")), 200, "[" + campaign + "]");
    Neighbourhood.answer(post(urlPathEqualTo("/records/v1/campaigns")), 201, campaign);
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaigns/m-1/commission-hold")), 200, "{\"items\":1}");
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaigns/m-1/items")),
        200,
        "[" + item.formatted(Neighbourhood.LI_LEI, "OPEN") + "]");
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaigns/m-1/non-cooperation")),
        200,
        """
        [{"partnerId":"partner-haiyun","openItems":1,"items":[{"itemId":"i-1","reference":"L-7",
          "openFields":["address"],"attempts":1,"remindedAt":"2026-11-24T16:00:00Z"}]}]
        """);
    Neighbourhood.answer(any(urlPathEqualTo("/records/v1/campaign-items/i-1/attempts")), 204, "");
    Neighbourhood.answer(any(urlPathEqualTo("/records/v1/campaign-items/i-1/link")), 204, "");
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaign-items/i-1/outcome"))
            .withRequestBody(equalToJson("{\"outcome\":\"REFUSED\",\"evidence\":\"file-1\"}")),
        200,
        item.formatted(Neighbourhood.LI_LEI, "REFUSED"));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaign-items/link-opening")),
        200,
        item.formatted(Neighbourhood.LI_LEI, "OPEN"));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaign-items/i-1/confirmation")),
        200,
        item.formatted(Neighbourhood.LI_LEI, "CONFIRMED_OK"));
    Neighbourhood.answer(
        any(urlPathEqualTo("/records/v1/campaign-items/i-1/refusal")),
        200,
        item.formatted(Neighbourhood.LI_LEI, "REFUSED"));
  }
}
