package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/** Publishes the notices and registers the partners that consent-service ships for the demo. */
final class DemoNotices {
  private final Path resources;
  private final URI consent;
  private final TokenEndpoint tokens;
  private final Http http = new Http();

  DemoNotices(Layout layout, TokenEndpoint tokens) {
    this.resources = layout.project().resolve("consent-service/src/main/resources/demo");
    this.consent = layout.url(Component.CONSENT);
    this.tokens = tokens;
  }

  /** Publishing the same text again, or registering the same partner, changes nothing. */
  void publish(String controller, String officer) throws IOException {
    String token = tokens.accessToken(officer);
    for (Path notice : list(resources.resolve(controller).resolve("notices"))) {
      http.post(consent.resolve("/v1/notices"), token, read(notice));
    }
    for (Path partner : list(resources.resolve(controller).resolve("recipients"))) {
      String id = String.valueOf(partner.getFileName()).replace(".json", "");
      http.put(consent.resolve("/v1/recipients/" + id), token, read(partner));
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new LauncherException(
          "The folder " + folder + " of the demo's notices and partners is missing. Restore it.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
