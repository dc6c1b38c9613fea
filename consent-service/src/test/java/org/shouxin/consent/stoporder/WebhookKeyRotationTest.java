package org.shouxin.consent.stoporder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** The key that seals webhook secrets is exchanged while webhooks go on (docs/rotation.md). */
@QuarkusTest
@ConsentServiceTest
class WebhookKeyRotationTest {
  /** That of the demo, under which the running service seals. */
  private static final String FIRST = key("shouxin-demo-webhook-secret-key!");

  private static final String SECOND = key("the key that comes in its place!");

  @Inject Database database;
  @Inject Recipients recipients;
  @Inject WebhookTargets targets;
  @Inject DeploymentMode mode;
  @Inject AuditOutbox outbox;
  @Inject Clock clock;

  @Test
  void theSealingKeyIsRotatedAndNoWebhookIsSetAnew() {
    Broker broker = Broker.open();
    String shown =
        broker
            .officer()
            .body(Map.of("url", "http://localhost:9/stop"))
            .put("/v1/stop-orders/webhooks/" + Broker.HAIYUN)
            .path("secret");
    byte[] secret = Base64.getDecoder().decode(shown);

    assertThatThrownBy(() -> find(broker, SECOND, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a webhook secret cannot be opened with this key");
    assertThat(find(broker, FIRST, Optional.of(SECOND))).isEqualTo(secret);
    assertThat(find(broker, SECOND, Optional.of(FIRST))).isEqualTo(secret);
    assertThat(sealedBy(broker)).isEqualTo("9cbae07d5901a3c3");
    assertThat(find(broker, FIRST, Optional.of(SECOND)))
        .as("a pod not yet replaced")
        .isEqualTo(secret);
    assertThat(find(broker, SECOND, Optional.of(FIRST))).isEqualTo(secret);
    assertThat(find(broker, SECOND, Optional.empty())).isEqualTo(secret);
  }

  @Test
  void aKeyOfAnotherLengthIsRefusedByName() {
    assertThat(box(SECOND, Optional.of("c2hvcnQ=")).findings())
        .containsExactly(
            StartupCheck.Finding.severe(
                "shouxin.consent.webhook.other-secret-key", "must be 32 bytes in base64"));
    assertThat(box(SECOND, Optional.of(FIRST)).findings()).isEmpty();
  }

  private SecretBox box(String key, Optional<String> other) {
    return new SecretBox(Optional.of(key), other, mode);
  }

  /** As a pod with these keys finds it before a call. */
  private byte[] find(Broker broker, String key, Optional<String> other) {
    Webhooks webhooks = new Webhooks(database, recipients, box(key, other), targets, outbox, clock);
    ControllerId controller = new ControllerId(broker.controller());
    return database
        .write(controller, handle -> webhooks.find(handle, controller, Broker.HAIYUN))
        .orElseThrow()
        .secret();
  }

  private String sealedBy(Broker broker) {
    return database.read(
        new ControllerId(broker.controller()),
        handle ->
            handle
                .createQuery("select sealed_by from recipient_webhook where recipient_id = ?")
                .bind(0, Broker.HAIYUN)
                .mapTo(String.class)
                .one());
  }

  private static String key(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
