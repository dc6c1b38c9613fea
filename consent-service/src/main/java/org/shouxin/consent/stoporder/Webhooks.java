package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.startup.DeploymentMode;

/** Registers webhooks; the secret is shown once and kept encrypted. */
@ApplicationScoped
class Webhooks {
  private static final int SECRET_BYTES = 32;

  private final Database database;
  private final Recipients recipients;
  private final SecretBox secrets;
  private final DeploymentMode mode;
  private final AuditOutbox outbox;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      Database database,
      Recipients recipients,
      SecretBox secrets,
      DeploymentMode mode,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.recipients = recipients;
    this.secrets = secrets;
    this.mode = mode;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Registers an address with a fresh secret, which is returned this once. */
  byte[] register(Actor officer, String recipientId, String address) {
    URI url = requireReachable(address);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    database.write(
        officer.controller(),
        handle -> {
          recipients.get(handle, recipientId);
          handle
              .createUpdate(
                  """
                  insert into recipient_webhook (controller_id, recipient_id, url, secret, changed_by, changed_at)
                  values (?, ?, ?, ?, ?, ?)
                  on conflict (controller_id, recipient_id) do update set url = excluded.url,
                    secret = excluded.secret, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                  """)
              .bind(0, officer.controller())
              .bind(1, recipientId)
              .bind(2, url.toString())
              .bind(3, secrets.seal(secret, boundTo(officer.controller(), recipientId)))
              .bind(4, officer.id())
              .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
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

  Optional<Webhook> find(Handle handle, ControllerId controller, String recipientId) {
    return handle
        .createQuery("select url, secret from recipient_webhook where recipient_id = ?")
        .bind(0, recipientId)
        .map((row, context) ->
            new Webhook(
                URI.create(row.getString("url")),
                secrets.open(row.getBytes("secret"), boundTo(controller, recipientId))))
        .findOne();
  }

  private static String boundTo(ControllerId controller, String recipientId) {
    return controller.value() + "|" + recipientId;
  }

  /** Only https to a public host: the service must not be made to call into its own network. */
  private URI requireReachable(String address) {
    @Nullable URI url = parse(address);
    if (url == null || url.getHost() == null || url.getUserInfo() != null) {
      throw refused("not an address");
    }
    if (mode.isDemo()) {
      return url;
    }
    if (!"https".equals(url.getScheme())) {
      throw refused("must be https");
    }
    try {
      for (InetAddress target : InetAddress.getAllByName(url.getHost())) {
        if (target.isLoopbackAddress()
            || target.isAnyLocalAddress()
            || target.isSiteLocalAddress()
            || target.isLinkLocalAddress()) {
          throw refused("must not be an inner address");
        }
      }
    } catch (UnknownHostException unknown) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The host is not known.", unknown);
    }
    return url;
  }

  private static @Nullable URI parse(String address) {
    return address.matches("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?")
        ? URI.create(address)
        : null;
  }

  private static ProblemException refused(String why) {
    return new ProblemException(ProblemCode.REQUEST_INVALID, "The webhook address " + why + ".");
  }
}
