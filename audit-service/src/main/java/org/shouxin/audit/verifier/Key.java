package org.shouxin.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A verifier key {@code NAME+HASH+KEY} of C2SP signed-note: the log's Ed25519 key (type 1), a
 * witness's (type 4), or an ML-DSA-44 key of either (type 6).
 */
record Key(String name, int type, String idHex, PublicKey key) {
  private static final Pattern FORM = Pattern.compile("(.+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] ML_DSA_44 =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  static Key parse(String text) throws Fault {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new Fault("the verifier key is not NAME+HASH+KEY");
    }
    byte[] typed = Base64.getDecoder().decode(form.group(3));
    boolean isEd25519 = typed.length == 33 && (typed[0] == 1 || typed[0] == 4);
    boolean isMlDsa = typed.length == 1_313 && typed[0] == 6;
    if (!isEd25519 && !isMlDsa) {
      throw new Fault("the verifier key is neither Ed25519 nor ML-DSA-44");
    }
    String name = form.group(1);
    byte[] hash = Tree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
    String idHex = HexFormat.of().formatHex(Arrays.copyOf(hash, 4));
    if (!idHex.equals(form.group(2))) {
      throw new Fault("the verifier key's hash does not match its key");
    }
    return new Key(name, typed[0], idHex, publicKey(typed));
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature algorithm = Signature.getInstance(algorithm(type));
      algorithm.initVerify(key);
      algorithm.update(message);
      return algorithm.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static String algorithm(int type) {
    return type == 6 ? "ML-DSA-44" : "Ed25519";
  }

  private static PublicKey publicKey(byte[] typed) throws Fault {
    byte[] header = typed[0] == 6 ? ML_DSA_44 : ED25519;
    byte[] encoded = Arrays.copyOf(header, header.length + typed.length - 1);
    System.arraycopy(typed, 1, encoded, header.length, typed.length - 1);
    try {
      return KeyFactory.getInstance(algorithm(typed[0]))
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException malformed) {
      throw new Fault("the verifier key is no public key of " + algorithm(typed[0]));
    }
  }
}
