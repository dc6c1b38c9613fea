package org.shouxin.system.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One GET by TLS from inside the node: {@code STORE ADDRESS [certificate]}; prints what it got. */
final class TlsCaller {
  private TlsCaller() {}

  public static void main(String[] arguments)
      throws IOException, GeneralSecurityException, InterruptedException {
    char[] password = NodeCertificate.PASSWORD.toCharArray();
    KeyStore store = KeyStore.getInstance(Path.of(arguments[0]).toFile(), password);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("all", store.getCertificate("all"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    KeyManager[] shown = arguments.length > 2 ? keys.getKeyManagers() : new KeyManager[0];
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(shown, trust.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(arguments[1])).build(),
              HttpResponse.BodyHandlers.ofString());
      System.out.println(answer.statusCode() + " " + answer.body());
    }
  }
}
