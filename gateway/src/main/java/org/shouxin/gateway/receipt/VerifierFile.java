package org.shouxin.gateway.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The verifier's page as one file that works without a network: its style and modules stand in it,
 * and a policy of its own admits exactly these two by their digests and no request to anybody.
 */
final class VerifierFile {
  private static final String FOLDER = "/META-INF/resources/verify/";
  private static final List<String> MODULES =
      List.of("schema.js", "verifier.js", "words.js", "page.js");
  private static final String STYLE_LINK = "<link rel=\"stylesheet\" href=\"verify.css\">";
  private static final String SCRIPT_LINK = "<script type=\"module\" src=\"page.js\"></script>";
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
          + " style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n";

  private VerifierFile() {}

  static String write() {
    String style = read("verify.css");
    String script =
        MODULES.stream()
            .map(VerifierFile::read)
            .map(VerifierFile::joined)
            .collect(Collectors.joining());
    String policy = POLICY.formatted(digest(style), digest(script));
    return read("index.html")
        .replace(STYLE_LINK, policy + "<style>" + style + "</style>")
        .replace(SCRIPT_LINK, "<script type=\"module\">" + script + "</script>");
  }

  /** A module without its imports and exports: all stand in one. */
  private static String joined(String module) {
    return module
        .lines()
        .filter(line -> !line.startsWith("import "))
        .map(line -> line.startsWith("export ") ? line.substring("export ".length()) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(VerifierFile.class.getResourceAsStream(FOLDER + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
