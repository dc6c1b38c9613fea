package org.shouxin.cluster.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.shouxin.cluster.ClusterException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the secrets of a new cluster: a folder a secret, a file a key, readable by you only. */
@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes fresh secrets for a cluster: DIR/<secret>/<key>. Take them into your store, or",
      "kubectl create secret generic <secret> --from-file=DIR/<secret>, then delete DIR.",
      "Client secrets (oidc-client-secret) have to be the ones that Keycloak knows."
    })
public final class SecretsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A new folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--controller",
      paramLabel = "ID",
      required = true,
      description = "A data controller, e.g. ctl-donghai; may be given several times.")
  private List<String> controllers = new ArrayList<>();

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      required = true,
      description = "The log's name, SHOUXIN_LOG_ORIGIN, e.g. audit.example.com/tlog.")
  private String origin = "";

  @Override
  public Integer call() throws Exception {
    if (Files.exists(folder)) {
      throw new ClusterException(folder + " exists; secrets are never overwritten.");
    }
    SecretFiles files = new SecretFiles(folder);
    files.passwords("gateway", "oidc-client-secret", "session-encryption-key");
    files.passwords("consent-service", "database-password", "migration-password");
    files.passwords("consent-service", "oidc-client-secret");
    files.passwords("records-service", "database-password", "migration-password");
    files.passwords("records-service", "keys-database-password", "keys-migration-password");
    files.passwords("records-service", "oidc-client-secret");
    files.passwords("audit-service", "database-password", "migration-password");
    files.passwords("restore-drill", "oidc-client-secret");
    for (String service :
        List.of("gateway", "consent-service", "records-service", "audit-service")) {
      files.write(service, "cursor-key", FreshKeys.base64());
    }
    files.write("consent-service", "webhook-secret-key", FreshKeys.base64());
    files.write("consent-service", "ban-register-index-key", FreshKeys.base64());
    files.write("consent-service", "receipt-signing-key", FreshKeys.privateJwk());
    files.write("audit-service", "whistle-watch-key", FreshKeys.base64());
    files.write("audit-service-signing-key", "log-signing-key", FreshKeys.logSigningKey(origin));
    for (String controller : controllers) {
      files.write(
          "records-service-keysets", controller + ".kek.json", FreshKeys.keyset("AES256_GCM"));
      files.write(
          "records-service-keysets",
          controller + ".index.json",
          FreshKeys.keyset("HMAC_SHA256_PRF"));
    }
    System.out.println("in " + folder.toAbsolutePath());
    return 0;
  }
}
