package org.shouxin.audit.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the log is read from: its address, or a folder that holds an export. */
sealed interface LogSource {

  /** Bytes of a resource such as {@code tile/0/000}; empty when it does not exist. */
  Optional<byte[]> find(String path) throws IOException, InterruptedException;

  default byte[] get(String path) throws IOException, InterruptedException, Fault {
    return find(path).orElseThrow(() -> new Fault(path + " is missing"));
  }

  static LogSource of(String base) {
    return base.matches("https?://.*")
        ? new Address(base, HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build())
        : new Folder(Path.of(base));
  }

  /** A log that is served. */
  record Address(String base, HttpClient client) implements LogSource {
    @Override
    public Optional<byte[]> find(String path) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + "/" + path))
              .timeout(Duration.ofSeconds(30))
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 404) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new IOException(path + " answered " + answer.statusCode());
      }
      return Optional.of(answer.body());
    }
  }

  /** A log that was exported. */
  record Folder(Path root) implements LogSource {
    @Override
    public Optional<byte[]> find(String path) throws IOException {
      Path file = root.resolve(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
  }
}
