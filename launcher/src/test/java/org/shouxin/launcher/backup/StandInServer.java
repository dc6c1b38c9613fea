package org.shouxin.launcher.backup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers as the published log, audit-service, the realm and the Kubernetes API do. */
final class StandInServer implements AutoCloseable {
  /** What was asked, {@code METHOD path}, in order, but the log's own files. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Bodies of what was sent, by path. */
  final Map<String, String> sent = new LinkedHashMap<>();

  /** Answers of the Kubernetes API by path; what is not here is not found. */
  final Map<String, String> objects = new LinkedHashMap<>();

  /** What it fails at, {@code METHOD path}. */
  final Set<String> broken = new HashSet<>();

  /** The entries of the published log. */
  final List<String> log = new ArrayList<>();

  /** The checkpoint's root; of the entries when null. */
  @Nullable String root;

  private final HttpServer server;

  StandInServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    byte[] body;
    int status = 200;
    if (path.equals("/tlog/checkpoint")) {
      body =
          text("test.example/tlog\n" + log.size() + "\n" + (root == null ? root() : root) + "\n");
    } else if (path.startsWith("/tlog/tile/entries/")) {
      body = bundle(Integer.parseInt(path.substring(19, 22)));
    } else {
      asked.add(call.getRequestMethod() + " " + path);
      sent.put(path, new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      if (broken.contains(asked.getLast())) {
        status = 500;
        body = text("{}");
      } else if (path.endsWith("/token")) {
        body = text("{\"access_token\":\"t\"}");
      } else if (path.equals("/v1/restore-tests")) {
        status = 201;
        body = text("{\"id\":\"kept-1\"}");
      } else if (call.getRequestMethod().equals("POST")) {
        status = 201;
        body = text("{}");
      } else {
        status = objects.containsKey(path) ? 200 : 404;
        body = text(objects.getOrDefault(path, "{}"));
      }
    }
    try (call) {
      call.sendResponseHeaders(status, body.length);
      call.getResponseBody().write(body);
    }
  }

  String root() {
    TreeHead head = new TreeHead();
    log.forEach(head::add);
    return Base64.getEncoder().encodeToString(head.root());
  }

  private byte[] bundle(int number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String entry : log.subList(number * 256, Math.min(log.size(), number * 256 + 256))) {
      out.writeShort(text(entry).length);
      out.write(text(entry));
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
