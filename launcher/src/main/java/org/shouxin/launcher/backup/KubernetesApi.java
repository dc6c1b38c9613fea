package org.shouxin.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.HttpStatusException;

/** The few calls of the Kubernetes API that a drill makes, in one namespace. */
final class KubernetesApi {
  private static final int NOT_FOUND = 404;

  private final URI server;
  private final Http http;
  private final Supplier<String> token;
  private final String namespace;

  /**
   * @param token asked for each call, since a pod's token is renewed
   */
  KubernetesApi(URI server, Http http, Supplier<String> token, String namespace) {
    this.server = server;
    this.http = http;
    this.token = token;
    this.namespace = namespace;
  }

  /** A CloudNativePG cluster. */
  Optional<JsonNode> findCluster(String name) {
    return find(clusters() + "/" + name);
  }

  void createCluster(JsonNode cluster) {
    http.post(server.resolve(clusters()), token.get(), cluster);
  }

  /** Deletes it if it is there; its pods and volumes go after a while. */
  void deleteCluster(String name) {
    try {
      http.delete(server.resolve(clusters() + "/" + name), token.get());
    } catch (HttpStatusException refused) {
      if (refused.status() != NOT_FOUND) {
        throw refused;
      }
    }
  }

  /** A value of a secret, decoded. */
  Optional<String> findSecret(String name, String key) {
    return find("/api/v1/namespaces/" + namespace + "/secrets/" + name)
        .map(secret -> secret.path("data").path(key).asText())
        .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
  }

  private Optional<JsonNode> find(String path) {
    try {
      return Optional.of(http.get(server.resolve(path), token.get()));
    } catch (HttpStatusException refused) {
      if (refused.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private String clusters() {
    return "/apis/postgresql.cnpg.io/v1/namespaces/" + namespace + "/clusters";
  }
}
