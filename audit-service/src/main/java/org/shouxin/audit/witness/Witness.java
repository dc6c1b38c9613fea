package org.shouxin.audit.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.shouxin.audit.checkpoint.DurableFile;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.VerifierKey;

/**
 * {@code Witness --store FOLDER --name NAME [--port 8084] (--log VKEY)... | --first-seen
 * URL-OF-VKEY}: serves {@code POST /add-checkpoint} and {@code GET /<hex sha256 of
 * origin>/checkpoint} on this machine. Its key is made at the first start; its verifier key stands
 * in {@code FOLDER/vkey}.
 */
public final class Witness implements AutoCloseable {
  private static final int MOST_BODY_BYTES = 64 * 1024;

  private final HttpServer server;
  private final WitnessedLogs logs;

  Witness(WitnessedLogs logs, int port) throws IOException {
    this.logs = logs;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static void main(String[] args) throws IOException {
    Witness witness = start(args);
    System.out.println("witness on port " + witness.port());
  }

  /** Starts a witness with the program's arguments. */
  public static Witness start(String... args) throws IOException {
    Map<String, List<String>> options = options(args);
    Path store = Path.of(one(options, "--store").orElseThrow(Witness::wrongUse));
    LogKey key = key(store, one(options, "--name").orElseThrow(Witness::wrongUse));
    Optional<URI> firstSeen = one(options, "--first-seen").map(URI::create);
    TrustedLogs trusted =
        firstSeen.isPresent()
            ? new FirstSeenLog(firstSeen.get(), new DurableFile(store.resolve("log-vkey")))
            : TrustedLogs.of(
                options.getOrDefault("--log", List.of()).stream().map(VerifierKey::parse).toList());
    int port = Integer.parseInt(one(options, "--port").orElse("8084"));
    return new Witness(new WitnessedLogs(store, key, trusted, Clock.systemUTC()), port);
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/add-checkpoint") && exchange.getRequestMethod().equals("POST")) {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
      return body.length > MOST_BODY_BYTES
          ? Answer.of(413, "")
          : logs.add(new String(body, StandardCharsets.UTF_8));
    }
    if (path.endsWith("/checkpoint") && exchange.getRequestMethod().equals("GET")) {
      String origin = path.substring(1, Math.max(1, path.length() - "/checkpoint".length()));
      return logs.latest(origin).map(note -> Answer.of(200, note)).orElse(Answer.of(404, ""));
    }
    return Answer.of(404, "");
  }

  private static LogKey key(Path store, String name) throws IOException {
    DurableFile seedFile = new DurableFile(store.resolve("seed"));
    Optional<String> stored = seedFile.read();
    if (stored.isEmpty()) {
      byte[] seed = new byte[LogKey.SEED_BYTES];
      new SecureRandom().nextBytes(seed);
      seedFile.write(HexFormat.of().formatHex(seed) + "\n");
      stored = seedFile.read();
    }
    byte[] seed = HexFormat.of().parseHex(stored.orElseThrow().strip());
    LogKey key = new LogKey(name, VerifierKey.COSIGNATURE, seed);
    new DurableFile(store.resolve("vkey")).write(key.verifierKey() + "\n");
    return key;
  }

  private static Map<String, List<String>> options(String... args) {
    Map<String, List<String>> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.computeIfAbsent(args[i], name -> new ArrayList<>()).add(args[i + 1]);
    }
    return options;
  }

  private static Optional<String> one(Map<String, List<String>> options, String name) {
    return options.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static IllegalArgumentException wrongUse() {
    return new IllegalArgumentException(
        "usage: Witness --store FOLDER --name NAME [--port N] (--log VKEY)... | --first-seen URL");
  }
}
