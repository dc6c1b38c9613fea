package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;

/** Registers webhooks; the secret is shown once and kept encrypted. */
@ApplicationScoped
class Webhooks {
  private static final int SECRET_BYTES = 32;

  private final Database database;
  private final Recipients recipients;
  private final SecretBox secrets;
  private final WebhookTargets targets;
  private final AuditOutbox outbox;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      Database database,
      Recipients recipients,
      SecretBox secrets,
      WebhookTargets targets,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.recipients = recipients;
    this.secrets = secrets;
    this.targets = targets;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Registers an address with a fresh secret, which is returned this once. */
  byte[] register(Actor officer, String recipientId, String address) {
    URI url = targets.require(address);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    database.write(
        officer.controller(),
        handle -> {
          recipients.get(handle, recipientId);
          handle
              .createUpdate(
                  """
                  insert into recipient_webhook (controller_id, recipient_id, url, secret, changed_by, changed_at, sealed_by)
                  values (?, ?, ?, ?, ?, ?, ?)
                  on conflict (controller_id, recipient_id) do update set url = excluded.url, secret = excluded.secret,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at, sealed_by = excluded.sealed_by
                  """)
              .bind(0, officer.controller())
              .bind(1, recipientId)
              .bind(2, url.toString())
              .bind(3, secrets.seal(secret, boundTo(officer.controller(), recipientId)))
              .bind(4, officer.id())
              .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
              .bind(6, secrets.keyName())
              .execute();
          outbox.record(
              handle,
              AuditEvents.of(officer, "recipient.webhook_set", clock)
                  .recipient(recipientId)
                  .build());
          return recipientId;
        });
    return secret;
  }

  /**
   * The webhook of a recipient. A secret that another key sealed is sealed anew, so the transaction
   * must be one that writes.
   */
  Optional<Webhook> find(Handle handle, ControllerId controller, String recipientId) {
    return handle
        .createQuery("select url, secret, sealed_by from recipient_webhook where recipient_id = ?")
        .bind(0, recipientId)
        .map((row, context) -> {
          byte[] sealed = row.getBytes("secret");
          byte[] secret = secrets.open(sealed, boundTo(controller, recipientId));
          if (!secrets.keyName().equals(row.getString("sealed_by"))) {
            sealAnew(handle, controller, recipientId, sealed, secret);
          }
          return new Webhook(URI.create(row.getString("url")), secret);
        })
        .findOne();
  }

  /** Unless the webhook was set anew in this moment. */
  private void sealAnew(
      Handle handle, ControllerId controller, String recipientId, byte[] sealed, byte[] secret) {
    handle
        .createUpdate(
            "update recipient_webhook set secret = ?, sealed_by = ? where recipient_id = ? and"
                + " secret = ?")
        .bind(0, secrets.seal(secret, boundTo(controller, recipientId)))
        .bind(1, secrets.keyName())
        .bind(2, recipientId)
        .bind(3, sealed)
        .execute();
  }

  private static String boundTo(ControllerId controller, String recipientId) {
    return controller.value() + "|" + recipientId;
  }
}
