package org.shouxin.system.kubernetes;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a service asks its issuer at the start: the discovery document and the keys (none), by TLS.
 * A program of its own, since it has to be inside the node's network; Keycloak itself is in the
 * system tests.
 */
final class IssuerStandIn {
  private IssuerStandIn() {}

  /** Listens: STORE PORT. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    int port = Integer.parseInt(arguments[1]);
    char[] password = NodeCertificate.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(Path.of(arguments[0]).toFile(), password), password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    answer(
        server,
        "/realms/shouxin/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/certs","token_endpoint":"%1$s/token",
         "authorization_endpoint":"%1$s/auth","end_session_endpoint":"%1$s/logout",
         "userinfo_endpoint":"%1$s/userinfo","introspection_endpoint":"%1$s/introspect"}
        """
            .formatted("https://keycloak.shouxin.svc:" + port + "/realms/shouxin"));
    answer(server, "/realms/shouxin/certs", "{\"keys\":[]}");
    server.start();
  }

  private static void answer(HttpServer server, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
  }
}
