package org.shouxin.records.transfer.parcel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What a package contains, signed by the seller (docs/transfer-package.md).
 *
 * @param logKeys of the seller's log, whose signed checkpoints prove the entries (C2SP signed-note)
 * @param people how many move
 * @param staying how many of the scope stay, by situation
 * @param receivingKey thumbprint (RFC 7638) of the key that the files are sealed to
 * @param signingKey thumbprint of the key that signs the manifest
 * @param leftOut classes that this version does not carry
 */
public record Manifest(
    String format,
    UUID transfer,
    String dealType,
    String fromControllerId,
    String toControllerId,
    String toControllerName,
    String cutOverOn,
    String sealedAt,
    String receivingKey,
    String signingKey,
    List<String> logKeys,
    long people,
    Map<String, Long> staying,
    List<ItemClass> classes,
    List<Plain> schemas,
    List<String> leftOut) {
  public static final String FORMAT = "shouxin-transfer-package/1";

  /** A digest names a file on disk: nothing but hexadecimal digits. */
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * One class of items.
   *
   * @param root RFC 6962 root over all its items in the order of the files, hexadecimal
   * @param leaves file with the leaf hashes, 32 bytes each
   */
  public record ItemClass(
      String name, long items, String root, Plain leaves, List<SealedFile> files) {}

  /** A file sealed to the receiver. */
  public record SealedFile(String name, long items, long bytes, String sha256) {}

  /** A file in plain. */
  public record Plain(String name, long bytes, String sha256) {}

  /** Everything but the manifest and its signature, with sizes and digests. */
  public List<Plain> files() {
    List<Plain> files = new java.util.ArrayList<>(schemas);
    for (ItemClass each : classes) {
      files.add(each.leaves());
      each.files().forEach(file -> files.add(new Plain(file.name(), file.bytes(), file.sha256())));
    }
    return files;
  }

  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a manifest is JSON", impossible);
    }
  }

  /**
   * @throws ProblemException {@code PACKAGE_UNREADABLE} when it is no manifest of this format
   */
  public static Manifest parse(String text) {
    try {
      Manifest manifest = JSON.readValue(text, Manifest.class);
      if (manifest.format().equals(FORMAT)
          && manifest.files().stream().allMatch(file -> DIGEST.matcher(file.sha256()).matches())) {
        return manifest;
      }
    } catch (JsonProcessingException unreadable) {
      unreadable.clearLocation();
    }
    throw new ProblemException(ProblemCode.PACKAGE_UNREADABLE);
  }
}
