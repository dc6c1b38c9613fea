package org.shouxin.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.backup.DrillJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The restore drill of a cluster: what the CronJob restore-drill runs (R-RC-08). */
@Command(
    name = "cluster-drill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Brings two CloudNativePG clusters back beside the working ones (in a pod), or takes two"
          + " servers that were restored already; replays the erasures of the published log, tries"
          + " to read everybody who was erased, compares the log, and tells audit-service.",
      "Ends with 1 and names the fault when anything differs or anybody erased can be read."
    })
final class ClusterDrillCommand implements Callable<Integer> {
  private static final int FAULT = 1;

  @Option(names = "--records-cluster", paramLabel = "NAME", description = "CloudNativePG cluster.")
  private String recordsCluster = "shouxin";

  @Option(names = "--keys-cluster", paramLabel = "NAME", description = "CloudNativePG cluster.")
  private String keysCluster = "shouxin-keys";

  @Option(
      names = "--records-server",
      paramLabel = "HOST:PORT",
      description = "A restored server instead of a cluster; with --keys-server.")
  private @Nullable String recordsServer;

  @Option(names = "--keys-server", paramLabel = "HOST:PORT", description = "The keys' likewise.")
  private @Nullable String keysServer;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The administrator's password on both restored servers.")
  private @Nullable Path passwordFile;

  @Option(names = "--audit", paramLabel = "URL", required = true, description = "audit-service.")
  private URI audit = URI.create("");

  @Option(names = "--issuer", paramLabel = "URL", required = true, description = "The realm.")
  private URI issuer = URI.create("");

  @Option(names = "--client", paramLabel = "ID", description = "A client of role operator.")
  private String client = "restore-drill";

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      required = true,
      description = "Its secret.")
  private Path secret = Path.of("");

  @Option(
      names = "--keysets",
      paramLabel = "DIR",
      required = true,
      description = "Of <controller>.kek.json.")
  private Path keysets = Path.of("");

  @Option(names = "--trust", paramLabel = "FILE", description = "Authorities (PEM).")
  private @Nullable Path trust;

  @Option(names = "--certificate", paramLabel = "DIR", description = "tls.crt and tls.key to show.")
  private @Nullable Path certificate;

  @Option(names = "--patience", paramLabel = "MINUTES", description = "For a restore; 240.")
  private int minutes = 240;

  @Override
  public Integer call() throws IOException {
    DrillJob job = new DrillJob(audit, issuer, client, secret, keysets, trust, certificate);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (recordsServer == null) {
      return status(
          job.runInCluster(recordsCluster, keysCluster, Duration.ofMinutes(minutes), out));
    }
    if (keysServer == null || passwordFile == null) {
      throw new LauncherException("--records-server needs --keys-server and --password-file.");
    }
    return status(job.runOn(recordsServer, keysServer, passwordFile, out));
  }

  private static int status(boolean passed) {
    return passed ? 0 : FAULT;
  }
}
