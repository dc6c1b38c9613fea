package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A stranger's view of the log: reads checkpoint and entries over HTTP, hashes everything again and
 * compares with what was signed. Written from the specifications (RFC 6962, C2SP tlog-tiles,
 * checkpoint, signed-note); shares no code with audit-service.
 */
public final class PublicLog {
  private static final int BUNDLE = 256;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;

  PublicLog(URI base) {
    this.base = base;
  }

  /** The newest checkpoint, its signature checked. */
  public SignedCheckpoint checkpoint() {
    return SignedCheckpoint.verify(text("checkpoint"), verifierKey());
  }

  /** The key that the log says it signs with. */
  public String verifierKey() {
    return text("vkey").strip();
  }

  /** All entries, after they were found to hash to the signed root. */
  public List<JsonNode> verifiedEntries() {
    return verified(new ArrayList<>());
  }

  /** As {@link #verifiedEntries}; also, those that were there before are the same as then. */
  List<JsonNode> verifiedEntriesSince(SignedCheckpoint before) {
    List<byte[]> leaves = new ArrayList<>();
    List<JsonNode> entries = verified(leaves);
    assertThat(MerkleTree.root(leaves.subList(0, (int) before.size())))
        .as("root of the first %d entries", before.size())
        .isEqualTo(before.root());
    return entries;
  }

  private List<JsonNode> verified(List<byte[]> leaves) {
    SignedCheckpoint signed = checkpoint();
    List<JsonNode> entries = new ArrayList<>();
    for (long bundle = 0; bundle * BUNDLE < signed.size(); bundle++) {
      long width = Math.min(BUNDLE, signed.size() - bundle * BUNDLE);
      ByteBuffer bytes =
          ByteBuffer.wrap(
              get("tile/entries/" + path(bundle) + (width < BUNDLE ? ".p/" + width : "")));
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(entry);
        leaves.add(MerkleTree.leaf(entry));
        entries.add(json(entry));
      }
      assertThat(bytes.hasRemaining()).as("bundle %d ends with its last entry", bundle).isFalse();
    }
    assertThat(MerkleTree.root(leaves)).as("root of the entries").isEqualTo(signed.root());
    return entries;
  }

  private static String path(long index) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return path.toString();
  }

  private static JsonNode json(byte[] entry) {
    try {
      return Caller.JSON.readTree(new String(entry, StandardCharsets.UTF_8));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("an entry is not JSON", notJson);
    }
  }

  private String text(String path) {
    return new String(get(path), StandardCharsets.UTF_8);
  }

  private byte[] get(String path) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              HttpRequest.newBuilder(base.resolve(path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return response.body();
    } catch (IOException unreachable) {
      throw new AssertionError(path, unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
