package org.shouxin.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.packageverifier.VerifyPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a transfer package, without network and without a running system. */
@Command(
    name = "verify-package",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies a transfer package offline (docs/transfer-package.md): signature, files, digests,"
          + " counts; with",
      "--receiver-key every item. Exit 0 when all holds, 1 with the first fault and its place"
          + " named."
    })
final class VerifyPackageCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder of the package.")
  private @Nullable Path folder;

  @Option(
      names = "--key",
      description = "The seller's signing key (JWK); without it the signer is left open.")
  private @Nullable Path key;

  @Option(
      names = "--receiver-key",
      description = "The receiver's private key (JWK): opens every item.")
  private @Nullable Path receiverKey;

  @Option(
      names = "--csv",
      description = "Renders the items as CSV into this folder, in plain text.")
  private @Nullable Path csv;

  @Option(
      names = "--make-receiver-key",
      description =
          "Makes a key pair to receive under: the private key into this file, the public one"
              + " printed.")
  private @Nullable Path make;

  @Override
  public Integer call() throws IOException {
    if (make != null) {
      return VerifyPackage.makeKey(System.out, make);
    }
    if (folder == null || !Files.isRegularFile(folder.resolve("manifest.json"))) {
      throw new LauncherException("No manifest.json there. Name the folder of a package.");
    }
    if (csv != null && receiverKey == null) {
      throw new LauncherException("The items are sealed. Add --receiver-key to render them.");
    }
    return VerifyPackage.run(System.out, folder, key, receiverKey, csv);
  }
}
