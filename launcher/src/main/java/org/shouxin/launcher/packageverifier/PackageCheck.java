package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a package from outside to inside and stops at the first fault: signature, files, leaves,
 * counts; with the receiver's private key every item too.
 */
public final class PackageCheck {
  private static final int LEAVES_AT_ONCE = 200_000;
  private static final String FORMAT = "shouxin-transfer-package/1";

  private final Path folder;
  private final @Nullable PublicKey seller;
  private final Keys.@Nullable Receiving receiver;
  private final Set<String> names = new HashSet<>();

  PackageCheck(Path folder, @Nullable PublicKey seller, Keys.@Nullable Receiving receiver) {
    this.folder = folder;
    this.seller = seller;
    this.receiver = receiver;
  }

  /** What was found to hold. */
  record Result(JsonNode manifest, long items, long itemsOpened) {}

  Result run() throws IOException, Broken {
    JsonNode manifest = manifest();
    UUID transfer = UUID.fromString(manifest.path("transfer").asText());
    for (JsonNode schema : manifest.path("schemas")) {
      requireWhole(schema);
    }
    long items = 0;
    for (JsonNode each : manifest.path("classes")) {
      ByteBuffer leaves = leaves(each);
      items += requireCounts(each, leaves);
      for (JsonNode file : each.path("files")) {
        requireOf(transfer, file);
      }
      if (receiver != null) {
        boolean logged = each.path("name").asText().equals(LogEntryCheck.ITEM_CLASS);
        new ItemCheck(
                folder,
                transfer,
                receiver,
                each,
                leaves,
                logged ? new LogEntryCheck(manifest) : null)
            .run();
      }
      for (JsonNode file : each.path("files")) {
        requireWhole(file);
      }
    }
    requireNothingElse();
    requirePeople(manifest);
    return new Result(manifest, items, receiver == null ? 0 : items);
  }

  private JsonNode manifest() throws IOException, Broken {
    names.add("manifest.json");
    names.add("manifest.json.sig");
    byte[] text = Files.readAllBytes(folder.resolve("manifest.json"));
    if (seller != null && !Keys.verifies(seller, text, signature())) {
      throw new Broken(Fault.PACKAGE_UNSIGNED, "manifest.json");
    }
    try {
      JsonNode manifest = new ObjectMapper().readTree(text);
      UUID.fromString(manifest.path("transfer").asText());
      if (manifest.path("format").asText().equals(FORMAT)) {
        return manifest;
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      Broken broken = new Broken(Fault.PACKAGE_UNREADABLE, "manifest.json");
      broken.initCause(unreadable);
      throw broken;
    }
    throw new Broken(Fault.PACKAGE_UNREADABLE, "manifest.json");
  }

  private byte[] signature() throws IOException, Broken {
    try {
      return Base64.getUrlDecoder()
          .decode(Files.readString(folder.resolve("manifest.json.sig")).strip());
    } catch (IllegalArgumentException malformed) {
      Broken broken = new Broken(Fault.PACKAGE_UNSIGNED, "manifest.json.sig");
      broken.initCause(malformed);
      throw broken;
    }
  }

  private Path path(JsonNode file) throws Broken {
    String name = file.path("name").asText();
    if (!name.matches("[a-zA-Z]{1,40}/[a-zA-Z0-9.-]{1,80}")) {
      throw new Broken(Fault.PACKAGE_UNREADABLE, "manifest.json");
    }
    names.add(name);
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw new Broken(Fault.PACKAGE_ITEM_MISSING, name);
    }
    return path;
  }

  private void requireWhole(JsonNode file) throws IOException, Broken {
    Path path = path(file);
    if (Files.size(path) != file.path("bytes").asLong()
        || !Hashes.ofFile(path).equals(file.path("sha256").asText())) {
      throw new Broken(Fault.PACKAGE_CHANGED, file.path("name").asText());
    }
  }

  private void requireOf(UUID transfer, JsonNode file) throws IOException, Broken {
    try (InputStream in = Files.newInputStream(path(file))) {
      SealedContent.requireOf(transfer, file.path("name").asText(), new DataInputStream(in));
    }
  }

  /** Mapped, not read: a book of any size has so many. */
  private ByteBuffer leaves(JsonNode each) throws IOException, Broken {
    requireWhole(each.path("leaves"));
    try (FileChannel file = FileChannel.open(path(each.path("leaves")))) {
      return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
    }
  }

  private static long requireCounts(JsonNode each, ByteBuffer leaves) throws Broken {
    String name = each.path("name").asText();
    long inFiles = 0;
    for (JsonNode file : each.path("files")) {
      inFiles += file.path("items").asLong();
    }
    int count = leaves.capacity() / Hashes.BYTES;
    if (leaves.capacity() % Hashes.BYTES != 0
        || count != each.path("items").asLong()
        || inFiles != count) {
      throw new Broken(Fault.PACKAGE_COUNTS_DIFFER, name);
    }
    if (!Hashes.root(leaves).equals(each.path("root").asText())) {
      throw new Broken(Fault.PACKAGE_CHANGED, each.path("leaves").path("name").asText());
    }
    requireDistinct(name, leaves, count, LEAVES_AT_ONCE);
    return count;
  }

  /** Compares in passes, each with its share of the leaves, so that some are held at a time. */
  static void requireDistinct(String name, ByteBuffer leaves, int count, int atOnce) throws Broken {
    int passes = Math.max(1, Math.ceilDiv(count, atOnce));
    for (int pass = 0; pass < passes; pass++) {
      Set<ByteBuffer> seen = new HashSet<>();
      for (int i = 0; i < count; i++) {
        ByteBuffer leaf = leaves.slice(i * Hashes.BYTES, Hashes.BYTES);
        if (Math.floorMod(leaf.getInt(0), passes) == pass && !seen.add(leaf)) {
          throw new Broken(Fault.PACKAGE_ITEM_DOUBLED, name + " item " + (i + 1));
        }
      }
    }
  }

  private static void requirePeople(JsonNode manifest) throws Broken {
    long people = 0;
    for (JsonNode each : manifest.path("classes")) {
      people += each.path("name").asText().equals("person") ? each.path("items").asLong() : 0;
    }
    if (people != manifest.path("people").asLong()) {
      throw new Broken(Fault.PACKAGE_COUNTS_DIFFER, "people");
    }
  }

  private void requireNothingElse() throws IOException, Broken {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!names.contains(name)) {
          throw new Broken(Fault.PACKAGE_CHANGED, name);
        }
      }
    }
  }
}
