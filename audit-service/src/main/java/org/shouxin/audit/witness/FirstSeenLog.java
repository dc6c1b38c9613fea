package org.shouxin.audit.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.shouxin.audit.checkpoint.DurableFile;
import org.shouxin.audit.checkpoint.VerifierKey;

/**
 * Trusts the key that a log shows at first and pins it for ever: for the demo on one machine, where
 * nobody carries keys.
 */
final class FirstSeenLog implements TrustedLogs {
  private final URI address;
  private final DurableFile pinned;

  /** The log that serves its key at {@code address}. */
  FirstSeenLog(URI address, DurableFile pinned) {
    this.address = address;
    this.pinned = pinned;
  }

  @Override
  public Optional<VerifierKey> find(String origin) throws IOException {
    Optional<String> known = pinned.read();
    if (known.isEmpty()) {
      String shown = fetch();
      VerifierKey.parse(shown);
      pinned.write(shown + "\n");
      known = Optional.of(shown);
    }
    return known
        .map(text -> VerifierKey.parse(text.strip()))
        .filter(key -> key.name().equals(origin));
  }

  private String fetch() throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("the log's key cannot be fetched");
      }
      return answer.body().strip();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
