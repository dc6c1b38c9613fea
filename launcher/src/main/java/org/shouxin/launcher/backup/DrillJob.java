package org.shouxin.launcher.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.PemTls;

/**
 * A scheduled drill in a cluster (R-RC-08): brings both CloudNativePG clusters back beside the
 * working ones, drills, prints the report, tells audit-service, and throws the restored clusters
 * away. It can also drill on two servers that somebody has restored already.
 *
 * @param audit address of audit-service, with the log below {@code /tlog/}
 * @param issuer address of the realm
 * @param client the drill's own, a client of role operator
 * @param keysets folder of {@code <controller>.kek.json}
 * @param authorities certificates to trust; null where nothing speaks TLS
 * @param certificate folder of the certificate to show; null for none
 */
public record DrillJob(
    URI audit,
    URI issuer,
    String client,
    Path secretFile,
    Path keysets,
    @Nullable Path authorities,
    @Nullable Path certificate) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Path POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /** Drills on two CloudNativePG clusters of the namespace of this pod; true when it passed. */
  public boolean runInCluster(String records, String keys, Duration patience, PrintStream out)
      throws IOException {
    Http kubernetes = Http.trusting(PemTls.context(POD.resolve("ca.crt"), null));
    URI server =
        URI.create(
            "https://"
                + System.getenv("KUBERNETES_SERVICE_HOST")
                + ":"
                + System.getenv("KUBERNETES_SERVICE_PORT"));
    KubernetesApi api =
        new KubernetesApi(server, kubernetes, DrillJob::podToken, read(POD.resolve("namespace")));
    return recover(api, records, keys, PAUSE, patience, out);
  }

  boolean recover(
      KubernetesApi api,
      String records,
      String keys,
      Duration pause,
      Duration patience,
      PrintStream out)
      throws IOException {
    Instant started = Clock.systemUTC().instant();
    RecoveredCluster recordsAgain = new RecoveredCluster(api, records, pause);
    RecoveredCluster keysAgain = new RecoveredCluster(api, keys, pause);
    try {
      recordsAgain.begin(records, patience);
      keysAgain.begin(keys, patience);
      return drill(
          started,
          new RestoredAt(
              recordsAgain.name() + "-rw:5432", recordsAgain.awaitReady(patience), tls()),
          new RestoredAt(keysAgain.name() + "-rw:5432", keysAgain.awaitReady(patience), tls()),
          out);
    } catch (BackupException e) {
      DrillFindings found = new DrillFindings();
      found.fault("BACKUP_UNUSABLE", String.valueOf(e.getMessage()));
      found.recordsBackup = id(started);
      found.keysBackup = id(started) + "-keys";
      return tell(
          found.report(id(started), started.toString(), Clock.systemUTC().instant().toString()),
          out);
    } finally {
      try {
        recordsAgain.end();
      } finally {
        keysAgain.end();
      }
    }
  }

  /**
   * Drills on two restored servers that nobody else may enter yet; true when it passed.
   *
   * @param records {@code host:port}
   * @param passwordFile the administrator's password on both
   */
  public boolean runOn(String records, String keys, Path passwordFile, PrintStream out)
      throws IOException {
    String password = read(passwordFile);
    return drill(
        Clock.systemUTC().instant(),
        new RestoredAt(records, password, tls()),
        new RestoredAt(keys, password, tls()),
        out);
  }

  private boolean drill(
      Instant started, RestoredDatabases records, RestoredDatabases keys, PrintStream out)
      throws IOException {
    PublishedLog log = new PublishedLog(audit.resolve("/tlog/"), http());
    return tell(
        new ClusterDrill(log, keysets, Clock.systemUTC()).run(id(started), started, records, keys),
        out);
  }

  /** Prints the report; its digest and figures go into the log. */
  private boolean tell(DrillReport report, PrintStream out) throws IOException {
    String text = text(report);
    out.println(text);
    String token =
        http()
            .postForm(
                URI.create(issuer + "/protocol/openid-connect/token"),
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    client,
                    "client_secret",
                    read(secretFile)))
            .path("access_token")
            .asText();
    String kept =
        http()
            .post(audit.resolve("/v1/restore-tests"), token, DrillNotice.body(report, sha256(text)))
            .path("id")
            .asText();
    out.println("restore.tested " + kept);
    return report.passed();
  }

  private Http http() throws IOException {
    return authorities == null
        ? new Http()
        : Http.trusting(PemTls.context(authorities, certificate));
  }

  private Properties tls() {
    Properties settings = new Properties();
    if (authorities != null) {
      settings.setProperty("sslmode", "verify-full");
      settings.setProperty("sslrootcert", authorities.toString());
    }
    return settings;
  }

  private static String id(Instant started) {
    return "restored-" + ID.format(started);
  }

  private static String podToken() {
    try {
      return read(POD.resolve("token"));
    } catch (IOException e) {
      throw new BackupException("the pod's token cannot be read", e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static String text(DrillReport report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
