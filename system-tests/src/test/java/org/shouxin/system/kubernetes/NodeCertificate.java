package org.shouxin.system.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A certificate for every name of the cluster, which is its own authority; made by keytool. */
record NodeCertificate(Path store, Path certificate, Path key) {
  static final String PASSWORD = "only-for-this-run";

  static NodeCertificate make(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    String names = ClusterNode.NAMES.stream().map(n -> "dns:" + n).collect(Collectors.joining(","));
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "all",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=shouxin",
                    "-ext",
                    "san=" + names,
                    "-ext",
                    "bc=ca:true",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    try {
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      byte[] certificate = keys.getCertificate("all").getEncoded();
      byte[] key = keys.getKey("all", PASSWORD.toCharArray()).getEncoded();
      return new NodeCertificate(
          store,
          pem(folder.resolve("tls.crt"), "CERTIFICATE", certificate),
          pem(folder.resolve("tls.key"), "PRIVATE KEY", key));
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private static Path pem(Path file, String kind, byte[] content) throws IOException {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text));
  }
}
