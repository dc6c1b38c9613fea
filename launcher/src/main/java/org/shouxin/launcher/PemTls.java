package org.shouxin.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS by the files that cert-manager writes: {@code ca.crt}, {@code tls.crt}, {@code tls.key}. */
public final class PemTls {
  private static final char[] NO_PASSWORD = {};

  private PemTls() {}

  /**
   * Trusts the authorities of a file and no other.
   *
   * @param own folder of {@code tls.crt} and {@code tls.key} (EC, PKCS 8) to be shown; null for
   *     none
   */
  public static SSLContext context(Path authorities, @Nullable Path own) throws IOException {
    try {
      KeyStore trusted = empty();
      for (Certificate authority : certificates(authorities)) {
        trusted.setCertificateEntry("authority" + trusted.size(), authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own == null ? null : shown(own), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new LauncherException(
          "The certificates at " + authorities + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager[] shown(Path own) throws IOException, GeneralSecurityException {
    Certificate[] chain = certificates(own.resolve("tls.crt"));
    KeyStore keys = empty();
    keys.setKeyEntry("own", key(own.resolve("tls.key")), NO_PASSWORD, chain);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, NO_PASSWORD);
    return managers.getKeyManagers();
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String text =
        Files.readString(file, StandardCharsets.US_ASCII)
            .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
    byte[] encoded = Base64.getMimeDecoder().decode(text);
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .toArray(Certificate[]::new);
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
