package org.shouxin.consent.stoporder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Sends one message to a recipient: JSON, signed by HMAC-SHA256 over {@code timestamp.body} in the
 * header {@code Shouxin-Signature: t=SECONDS,v1=HEX}. The receiver refuses old timestamps and wrong
 * signatures.
 */
@ApplicationScoped
class WebhookCall {
  private static final Logger LOG = Logger.getLogger(WebhookCall.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ObjectMapper json;
  private final WebhookTargets targets;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookCall(ObjectMapper json, WebhookTargets targets, Clock clock) {
    this.json = json;
    this.targets = targets;
    this.clock = clock;
  }

  /** The body of an order. */
  record StopNotice(
      UUID orderId,
      UUID consentRecordId,
      UUID customerId,
      String purpose,
      Instant orderedAt,
      Instant acknowledgeBy) {}

  /** True when the recipient took the order (any 2xx). */
  boolean send(StopOrder order, Webhook webhook) {
    return send(
        order.id(),
        new StopNotice(
            order.id(),
            order.consentRecordId(),
            order.customerId(),
            order.purpose(),
            order.orderedAt(),
            order.dueAt()),
        webhook);
  }

  /** True when the recipient took the message (any 2xx). */
  boolean send(UUID id, Object message, Webhook webhook) {
    try {
      if (!targets.mayBeCalled(webhook.url())) {
        LOG.warnf("message %s: the webhook's name leads to an inner address now", id);
        return false;
      }
      String body = json.writeValueAsString(message);
      long seconds = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(webhook.url())
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header(
                  "Shouxin-Signature",
                  "t=" + seconds + ",v1=" + sign(webhook.secret(), seconds + "." + body))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(
          "a message to a recipient cannot be written as JSON", impossible);
    } catch (IOException away) {
      LOG.infof("message %s: webhook away (%s)", id, away.getClass().getSimpleName());
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String sign(byte[] secret, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", impossible);
    }
  }
}
