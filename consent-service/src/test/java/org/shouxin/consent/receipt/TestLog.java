package org.shouxin.consent.receipt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A log of seven entries in which the fourth is the one asked about (RFC 9162, C2SP formats). */
final class TestLog {
  private static final String NAME = "log.example/tlog";
  private static final int SIZE = 7;
  private static final int INDEX = 3;

  private final KeyPair key;

  TestLog() {
    try {
      key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String vkey() {
    byte[] typed = typedKey();
    return NAME + "+" + HexFormat.of().formatHex(keyId()) + "+" + base64(typed);
  }

  /** audit-service's answer about an event. */
  String inclusion(String eventId, String entry) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      String content = i == INDEX ? entry : "{\"eventId\":\"" + i + "\"}";
      leaves.add(sha256(new byte[] {0}, content.getBytes(StandardCharsets.UTF_8)));
    }
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer.put("eventId", eventId).put("logIndex", INDEX).put("leaf", entry);
    answer.put("leafHash", base64(leaves.get(INDEX)));
    var hashes = answer.putArray("hashes");
    path(INDEX, leaves).forEach(hash -> hashes.add(base64(hash)));
    String text = NAME + "\n" + SIZE + "\n" + base64(root(leaves)) + "\n";
    answer.put("checkpoint", text + "\n\u2014 " + NAME + " " + base64(signature(text)) + "\n");
    return answer.toString();
  }

  private byte[] signature(String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key.getPrivate());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signature = signer.sign();
      byte[] line = Arrays.copyOf(keyId(), 4 + signature.length);
      System.arraycopy(signature, 0, line, 4, signature.length);
      return line;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] keyId() {
    return Arrays.copyOf(sha256((NAME + "\n").getBytes(StandardCharsets.UTF_8), typedKey()), 4);
  }

  private byte[] typedKey() {
    byte[] encoded = key.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    return typed;
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  private static List<byte[]> path(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    List<byte[]> path = index < k ? path(index, left) : path(index - k, right);
    path.add(root(index < k ? right : left));
    return path;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
