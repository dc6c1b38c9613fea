package org.shouxin.consent.receipt;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/**
 * The key in use and all keys ever used. Production configures its key; the demo makes one at each
 * start, which stays verifiable because every public key is kept and published.
 */
@ApplicationScoped
class ReceiptKeys implements StartupCheck {
  private static final String PROPERTY = "shouxin.consent.receipt.signing-key";

  private final Database database;
  private final Optional<String> configured;
  private final DeploymentMode mode;
  private final SigningKey key;

  ReceiptKeys(
      Database database,
      @ConfigProperty(name = PROPERTY) Optional<String> configured,
      DeploymentMode mode) {
    this.database = database;
    this.configured = configured;
    this.mode = mode;
    this.key = configured.map(SigningKey::ofPrivateJwk).orElseGet(SigningKey::generate);
  }

  @Override
  public List<Finding> findings() {
    return configured.isEmpty() && !mode.isDemo()
        ? List.of(Finding.severe(PROPERTY, "is not set; receipts need a lasting key"))
        : List.of();
  }

  void publish(@Observes StartupEvent started) {
    database.systemWrite(handle ->
        handle
            .createUpdate(
                "insert into receipt_key (kid, jwk) values (?, ?) on conflict (kid) do nothing")
            .bind(0, key.kid())
            .bind(1, key.publicJwk())
            .execute());
  }

  SigningKey current() {
    return key;
  }

  /** The published key set (RFC 7517), oldest first. */
  String jwks() {
    List<String> keys =
        database.systemRead(handle ->
            handle
                .createQuery("select jwk from receipt_key order by first_used, kid")
                .mapTo(String.class)
                .list());
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }
}
