package org.shouxin.launcher.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.JavaRuntime;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.process.Child;
import org.shouxin.launcher.process.Children;

/** The real Keycloak with the realm {@code shouxin}, its data in the home of the installation. */
public final class KeycloakServer {
  private static final int HEAP_MEGABYTES = 320;
  private static final String ADMINISTRATOR = "administrator";
  private static final List<String> SHARED_PARTS =
      List.of("lib", "bin", "conf", "providers", "themes", "version.txt");

  private final Layout layout;
  private final Secrets secrets;

  public KeycloakServer(Layout layout, Secrets secrets) {
    this.layout = layout;
    this.secrets = secrets;
  }

  /** Unpacks and builds the distribution where that was not done before; takes half a minute. */
  public void prepare() throws IOException {
    Path distribution = new KeycloakDistribution(layout).prepare();
    Path home = OwnerOnly.folder(layout.keycloakHome());
    for (String part : SHARED_PARTS) {
      Path link = home.resolve(part);
      if (!Files.exists(link)) {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(link);
        }
        Files.createSymbolicLink(link, distribution.resolve(part));
      }
    }
    Path realm = OwnerOnly.folder(home.resolve("data")).resolve("import");
    Files.createDirectories(realm);
    OwnerOnly.write(
        realm.resolve("shouxin-realm.json"), DemoRealm.read().at(layout.url(Component.GATEWAY)));
  }

  /** Starts it; {@link #readyAddress} answers when it is usable. */
  public Child start(Children children) {
    List<String> command =
        new ArrayList<>(
            JavaRuntime.command(layout.archives().resolve("keycloak.jsa"), HEAP_MEGABYTES));
    command.add("-Xms64m");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(KeycloakDistribution.programArguments(layout.keycloakHome()));
    command.addAll(
        List.of(
            "start",
            "--optimized",
            "--import-realm",
            // One node: no cluster transport, whose ports would listen beyond loopback.
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + layout.port(Component.KEYCLOAK),
            "--hostname=" + layout.url(Component.KEYCLOAK)));
    return children.start(
        Component.KEYCLOAK.title(),
        command,
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            ADMINISTRATOR,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            secrets.get("keycloak.administrator")),
        layout.keycloakHome(),
        layout.log(Component.KEYCLOAK));
  }

  /** Answers 200 as soon as the realm can be used. */
  public URI readyAddress() {
    return issuer().resolve("/realms/shouxin/.well-known/openid-configuration");
  }

  /** The issuer that every token names. */
  public URI issuer() {
    return layout.url(Component.KEYCLOAK).resolve("/realms/shouxin");
  }

  /** Tokens of the demo realm's people and clients. */
  public TokenEndpoint tokens() {
    return new TokenEndpoint(issuer(), DemoRealm.read());
  }

  /** Administration of accounts. */
  public Accounts accounts() {
    return new Accounts(
        layout.url(Component.KEYCLOAK), ADMINISTRATOR, secrets.get("keycloak.administrator"));
  }
}
