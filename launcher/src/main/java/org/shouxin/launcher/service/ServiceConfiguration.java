package org.shouxin.launcher.service;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;

/**
 * What a service must be told on this machine: addresses, passwords, keys. Written as a properties
 * file, mode 600, that Quarkus reads on top of the service's own defaults.
 */
final class ServiceConfiguration {
  private final Layout layout;
  private final Secrets secrets;
  private final Databases postgres;
  private final URI issuer;

  ServiceConfiguration(Layout layout, Secrets secrets, Databases postgres, URI issuer) {
    this.layout = layout;
    this.secrets = secrets;
    this.postgres = postgres;
    this.issuer = issuer;
  }

  /** Writes the file of that service and returns where it is. */
  Path write(Component service) throws IOException {
    Properties properties = new Properties();
    properties.putAll(valuesFor(service));
    StringWriter text = new StringWriter();
    properties.store(text, "Written by the launcher at every start. Holds passwords.");
    Path file = layout.configuration().resolve(service.title() + ".properties");
    OwnerOnly.write(file, text.toString());
    return file;
  }

  private Map<String, String> valuesFor(Component service) {
    Map<String, String> values = new TreeMap<>();
    values.put("shouxin.mode", "demo");
    values.put("shouxin.paging.cursor-key", secrets.key("cursor"));
    values.put("quarkus.http.host", "127.0.0.1");
    values.put("quarkus.http.port", Integer.toString(layout.port(service)));
    values.put("quarkus.oidc.auth-server-url", issuer.toString());
    switch (service) {
      case AUDIT -> {
        database(values, DatabaseName.AUDIT, "");
        addAuditLog(values);
        values.put("shouxin.whistle.watch-key", secrets.key("whistle-watch"));
        values.put("shouxin.whistle.look-every", "5s");
      }
      case CONSENT -> {
        database(values, DatabaseName.CONSENT, "");
        ownToken(values, service);
        neighbour(values, Component.AUDIT);
        values.put("shouxin.consent.ban-register.index-key", secrets.key("ban-register"));
        values.put(
            "quarkus.rest-client.identity-provider.url",
            issuer.toString().replace("/realms/", "/admin/realms/"));
      }
      case RECORDS -> {
        database(values, DatabaseName.RECORDS, "");
        database(values, DatabaseName.KEYS, ".keys");
        values.put("shouxin.vault.keyset-dir", layout.home().resolve("vault-keysets").toString());
        values.put("shouxin.notification.mail-folder", layout.home().resolve("mailbox").toString());
        values.put("shouxin.intake.work-dir", layout.home().resolve("intake").toString());
        values.put("shouxin.transfer.package-dir", layout.home().resolve("packages").toString());
        values.put(
            "shouxin.correction.message-dir", layout.home().resolve("messages/sms").toString());
        values.put(
            "shouxin.campaign.portal-url",
            "http://localhost:" + layout.port(Component.GATEWAY) + "/");
        ownToken(values, service);
        neighbour(values, Component.AUDIT);
        neighbour(values, Component.CONSENT);
      }
      case GATEWAY -> {
        values.put("quarkus.oidc.client-id", service.title());
        values.put("quarkus.oidc.credentials.secret", demoSecret(service));
        values.put(
            "quarkus.oidc.token-state-manager.encryption-secret", secrets.get("gateway.session"));
        neighbour(values, Component.AUDIT);
        neighbour(values, Component.CONSENT);
        neighbour(values, Component.RECORDS);
      }
      case POSTGRESQL, KEY_STORE, KEYCLOAK, WITNESS ->
          throw new IllegalArgumentException(service.title() + " is not one of the services");
    }
    return values;
  }

  private void addAuditLog(Map<String, String> values) {
    Path folder = layout.home().resolve("audit-log");
    values.put("shouxin.log.origin", "localhost:" + layout.port(Component.AUDIT) + "/tlog");
    values.put("shouxin.log.signing-key-file", folder.resolve("signing-key").toString());
    values.put("shouxin.log.ml-dsa-key-file", folder.resolve("ml-dsa-key").toString());
    values.put("shouxin.log.create-signing-key", "true");
    values.put("shouxin.log.checkpoint-file", folder.resolve("checkpoint").toString());
    values.put(
        "shouxin.log.witness-policy", WitnessProcess.policy(layout).toAbsolutePath().toString());
  }

  private void database(Map<String, String> values, DatabaseName name, String source) {
    values.put("quarkus.datasource" + source + ".jdbc.url", postgres.url(name));
    values.put("quarkus.datasource" + source + ".username", name.sql());
    values.put("quarkus.datasource" + source + ".password", postgres.password(name.sql()));
    values.put("quarkus.flyway" + source + ".username", name.owner());
    values.put("quarkus.flyway" + source + ".password", postgres.password(name.owner()));
  }

  /** The service's own account, for the relay that delivers its audit events. */
  private void ownToken(Map<String, String> values, Component service) {
    values.put("quarkus.oidc-client.auth-server-url", issuer.toString());
    // Named here, so that the service does not wait for Keycloak when both start together.
    values.put("quarkus.oidc-client.discovery-enabled", "false");
    values.put("quarkus.oidc-client.token-path", issuer + "/protocol/openid-connect/token");
    values.put("quarkus.oidc-client.client-id", service.title());
    values.put("quarkus.oidc-client.credentials.secret", demoSecret(service));
  }

  private void neighbour(Map<String, String> values, Component service) {
    values.put(
        "quarkus.rest-client." + service.title() + ".url",
        "http://127.0.0.1:" + layout.port(service));
  }

  private static String demoSecret(Component service) {
    return service.title() + "-demo-secret";
  }
}
