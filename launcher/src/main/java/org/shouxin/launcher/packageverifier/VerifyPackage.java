package org.shouxin.launcher.packageverifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.OwnerOnly;

/** Runs the checks and tells them, a line each; the first fault ends it. */
public final class VerifyPackage {
  private VerifyPackage() {}

  /**
   * Verifies a package.
   *
   * @param key file with the seller's signing key (JWK); without it the signer is left open
   * @param receiverKey file with the receiver's private key (JWK); with it every item is opened
   * @param csv folder for the rendering; needs the receiver's key
   * @return 0 when all holds, 1 with the first fault named
   * @throws IOException when a key cannot be read, or the folder is no package
   */
  public static int run(
      PrintStream out,
      Path folder,
      @Nullable Path key,
      @Nullable Path receiverKey,
      @Nullable Path csv)
      throws IOException {
    Keys.Receiving receiver = receiverKey == null ? null : Keys.receiving(receiverKey);
    try {
      PackageCheck.Result result =
          new PackageCheck(folder, key == null ? null : Keys.signing(key), receiver).run();
      out.println(
          key == null
              ? "OPEN  签名 / signature: no --key was given, anybody may have signed this"
              : "OK    签名 / signature: " + result.manifest().path("fromControllerId").asText());
      out.println("OK    文件与摘要 / files and digests");
      out.println("OK    数目 / counts: " + result.items());
      out.println(
          receiver == null
              ? "OPEN  条目 / items: sealed; --receiver-key opens and compares them"
              : "OK    条目 / items: " + result.itemsOpened());
      if (csv != null && receiver != null) {
        new CsvRendering(folder, result.manifest(), receiver).write(csv);
        out.println("OK    CSV: " + csv.toAbsolutePath());
      }
      return 0;
    } catch (Broken broken) {
      out.println(broken.line());
      return 1;
    }
  }

  /** Makes a receiver's key pair: the private key into a file, the public one is printed. */
  public static int makeKey(PrintStream out, Path file) throws IOException {
    try {
      String[] made = Keys.make();
      OwnerOnly.write(file, made[0]);
      out.println(made[1]);
      return 0;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("X25519 is part of every JDK", impossible);
    }
  }
}
