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
 * An Ed25519 verifier key {@code NAME+HASH+KEY} of C2SP signed-note: the log's (type 1) or a
 * witness's (type 4).
 */
record Key(String name, int type, String idHex, PublicKey key) {
  private static final Pattern FORM = Pattern.compile("(.+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  static Key parse(String text) throws Fault {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new Fault("the verifier key is not NAME+HASH+KEY");
    }
    byte[] typed = Base64.getDecoder().decode(form.group(3));
    if (typed.length != 33 || (typed[0] != 1 && typed[0] != 4)) {
      throw new Fault("the verifier key is not Ed25519");
    }
    String name = form.group(1);
    byte[] hash = Tree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed);
    String idHex = HexFormat.of().formatHex(Arrays.copyOf(hash, 4));
    if (!idHex.equals(form.group(2))) {
      throw new Fault("the verifier key's hash does not match its key");
    }
    return new Key(name, typed[0], idHex, publicKey(Arrays.copyOfRange(typed, 1, 33)));
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static PublicKey publicKey(byte[] raw) throws Fault {
    byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
    System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException malformed) {
      throw new Fault("the verifier key is not a point of Ed25519");
    }
  }
}
