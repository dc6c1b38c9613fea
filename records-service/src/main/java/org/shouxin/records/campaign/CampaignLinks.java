package org.shouxin.records.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.correction.code.MessageDelivery;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * One-time links in short messages: they lead the customer to her item in the portal, where she
 * signs in. A link shows nothing by itself and names nobody; its token stands behind the {@code #},
 * so that no server log ever holds it.
 */
@ApplicationScoped
class CampaignLinks {
  private static final Duration GOOD_FOR = Duration.ofDays(30);

  /** At most one link to a person for an item in this time. */
  private static final Duration BETWEEN = Duration.ofHours(1);

  private static final int TOKEN_BYTES = 24;
  private static final Viewer SYSTEM = new Viewer(null, null, true);

  private final Database database;
  private final CampaignItems items;
  private final CustomerFiles files;
  private final Vault vault;
  private final MessageDelivery delivery;
  private final AuditOutbox outbox;
  private final Clock clock;
  private final String portal;
  private final SecureRandom random = new SecureRandom();

  CampaignLinks(
      Database database,
      CampaignItems items,
      CustomerFiles files,
      Vault vault,
      MessageDelivery delivery,
      AuditOutbox outbox,
      Clock clock,
      @ConfigProperty(name = "shouxin.campaign.portal-url") String portal) {
    this.database = database;
    this.items = items;
    this.files = files;
    this.vault = vault;
    this.delivery = delivery;
    this.outbox = outbox;
    this.clock = clock;
    this.portal = portal;
  }

  /**
   * Sends a link to the mobile number on file; counts as an attempt.
   *
   * @throws ProblemException {@code VALUE_INVALID} when there is no number to send it to; {@code
   *     RATE_LIMITED} within an hour of the last link; {@code RESTRICTED} when her data are only
   *     stored
   */
  void send(Actor actor, UUID id) {
    items.requireStanding(actor);
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.write(
        actor.controller(),
        handle -> {
          CampaignItem item = items.requireOpen(handle, actor, id);
          requireSlow(handle, id);
          handle
              .createUpdate(
                  "insert into campaign_link (controller_id, token_sha256, item_id, expires_at)"
                      + " values (?, ?, ?, ?)")
              .bind(0, actor.controller())
              .bind(1, digest(token))
              .bind(2, id)
              .bind(3, clock.instant().plus(GOOD_FOR))
              .execute();
          items.recordAttempt(handle, actor, item, "LINK", true);
          delivery.send(new MessageDelivery.Message(mobile(actor, item.customer()), text(token)));
          return id;
        });
  }

  /**
   * Opens a link, once, for the person whose item it leads to.
   *
   * @throws ProblemException {@code LINK_EXPIRED} for every link that does not open, alike
   */
  CampaignItem open(Actor customer, String token) {
    return database.write(
        customer.controller(),
        handle -> {
          Instant now = clock.instant();
          CampaignItem item =
              handle
                  .createQuery(
                      "select item_id from campaign_link where token_sha256 = ?"
                          + " and used_at is null and expires_at > ? for update")
                  .bind(0, digest(token))
                  .bind(1, now)
                  .mapTo(UUID.class)
                  .findOne()
                  .flatMap(id -> ItemTable.lock(handle, id))
                  .filter(found -> customer.is(found.customer()))
                  .orElseThrow(() -> new ProblemException(ProblemCode.LINK_EXPIRED));
          handle
              .createUpdate("update campaign_link set used_at = ? where token_sha256 = ?")
              .bind(0, now)
              .bind(1, digest(token))
              .execute();
          outbox.record(handle, items.event(customer, "campaign.link_opened", item).build());
          return item;
        });
  }

  /** Nobody's telephone rings for every click of a partner. */
  private void requireSlow(Handle handle, UUID item) {
    boolean justSent =
        handle
            .createQuery(
                "select exists (select 1 from campaign_link where item_id = ? and expires_at > ?)")
            .bind(0, item)
            .bind(1, clock.instant().plus(GOOD_FOR).minus(BETWEEN))
            .mapTo(Boolean.class)
            .one();
    if (justSent) {
      throw new ProblemException(ProblemCode.RATE_LIMITED);
    }
  }

  private String mobile(Actor actor, CustomerId id) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle -> files.load(handle, actor.controller(), SYSTEM, List.of(id), false));
    SealedCustomer customer = stored.get(id);
    DataKey key = vault.openKeys(actor.controller(), List.of(id)).get(id);
    if (customer == null || key == null) {
      throw new ProblemException(ProblemCode.CAMPAIGN_NOT_FOUND);
    }
    if (customer.restricted()) {
      throw new ProblemException(ProblemCode.RESTRICTED);
    }
    return customer
        .open(Fact.MOBILE, key)
        .orElseThrow(() -> new ProblemException(ProblemCode.VALUE_INVALID));
  }

  private String text(String token) {
    String link = portal + "#/inventory/" + token;
    return "【守信】请登录核对您的投保信息（一次有效）："
        + link
        + "\n[Shouxin] Please sign in and check your insurance records (works once): "
        + link;
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
