package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Writes packages as docs/transfer-package.md says, with Tink; and bends them. */
final class SamplePackage {
  static final UUID TRANSFER = UUID.fromString("01a3c1f0-0000-7000-8000-0000000000aa");
  static final UUID OTHER = UUID.fromString("01a3c1f0-0000-7000-8000-0000000000bb");
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path folder;
  final Path sellerKey;
  final Path receiverKey;
  private final Ed25519Sign.KeyPair seller = Ed25519Sign.KeyPair.newKeyPair();

  SamplePackage(Path root) throws IOException, GeneralSecurityException {
    HybridConfig.register();
    folder = Files.createDirectories(root.resolve("package"));
    sellerKey = root.resolve("seller.jwk");
    receiverKey = root.resolve("receiver.jwk");
    Files.writeString(
        sellerKey,
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + text(seller.getPublicKey()) + "\"}");
    Files.writeString(receiverKey, Keys.make()[0]);
  }

  static String item(UUID transfer, int number) {
    return "{\"transfer\":\"%s\",\"class\":\"person\",\"id\":\"01a3c1f0-0000-7000-8000-%012d\",\"createdAt\":\"2026-11-22T04:00:00+00:00\"}"
        .formatted(transfer, number);
  }

  static List<String> people(int count) {
    List<String> people = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      people.add(item(TRANSFER, i));
    }
    return people;
  }

  /** A package whose manifest promises {@code promised} and whose file holds {@code held}. */
  void write(List<String> promised, List<String> held)
      throws IOException, GeneralSecurityException {
    write(promised, held, promised.size());
  }

  void write(List<String> promised, List<String> held, int people)
      throws IOException, GeneralSecurityException {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("format", "shouxin-transfer-package/1").put("transfer", TRANSFER.toString());
    manifest.put("fromControllerId", "ctl-donghai").put("people", people);
    store(
        "schema/transfer-package.schema.json",
        "{\"$defs\":{\"person\":{\"properties\":{\"transfer\":{},\"class\":{},\"id\":{},\"createdAt\":{},\"restrictedAt\":{}}}}}"
            .getBytes(StandardCharsets.UTF_8));
    manifest.putArray("schemas").add(plain("schema/transfer-package.schema.json"));
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    promised.forEach(line -> leaves.writeBytes(Hashes.leaf(line.getBytes(StandardCharsets.UTF_8))));
    store("leaves/person.leaves", leaves.toByteArray());
    seal("person/000001.sealed", TRANSFER, held);
    ObjectNode each = manifest.putArray("classes").addObject();
    each.put("name", "person").put("items", promised.size());
    each.put("root", Hashes.root(ByteBuffer.wrap(leaves.toByteArray())));
    each.set("leaves", plain("leaves/person.leaves"));
    ArrayNode files = each.putArray("files");
    files.add(plain("person/000001.sealed").put("items", promised.size()));
    sign(manifest.toString().getBytes(StandardCharsets.UTF_8));
  }

  void seal(String name, UUID transfer, List<String> lines)
      throws IOException, GeneralSecurityException {
    byte[] context =
        ("shouxin-package-1|" + transfer + '|' + name).getBytes(StandardCharsets.UTF_8);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    byte[] wrapped = sealer().encrypt(key, context);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("SXPKG001".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(
        ByteBuffer.allocate(18)
            .putLong(transfer.getMostSignificantBits())
            .putLong(transfer.getLeastSignificantBits())
            .putShort((short) wrapped.length)
            .array());
    out.writeBytes(wrapped);
    try (OutputStream content =
        new AesGcmHkdfStreaming(key, "HmacSha256", 32, 64 * 1024, 0)
            .newEncryptingStream(out, context)) {
      for (String line : lines) {
        content.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    store(name, out.toByteArray());
  }

  void sign(byte[] manifest) throws IOException, GeneralSecurityException {
    Files.write(folder.resolve("manifest.json"), manifest);
    Files.writeString(
        folder.resolve("manifest.json.sig"),
        text(new Ed25519Sign(seller.getPrivateKey()).sign(manifest)));
  }

  @com.google.crypto.tink.AccessesPartialKey
  private HybridEncrypt sealer() throws IOException, GeneralSecurityException {
    HpkePublicKey key =
        HpkePublicKey.create(
            HpkeParameters.builder()
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .build(),
            Bytes.copyFrom(Keys.receiving(receiverKey).publicKey()),
            null);
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
  }

  private void store(String name, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), content);
  }

  private ObjectNode plain(String name) throws IOException {
    return JSON.createObjectNode()
        .put("name", name)
        .put("bytes", Files.size(folder.resolve(name)))
        .put("sha256", Hashes.ofFile(folder.resolve(name)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
