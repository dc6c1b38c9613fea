package org.shouxin.consent.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code VerifyReceipt FILE [--key JWKS] [--log-key VKEY]}: verifies a consent receipt without
 * network and without the product. The keys are files; where none is named, those beside the
 * receipt with the names that the portal gives them. Exit 0 when all that the copy holds is
 * genuine, 1 with each fault named, 2 on wrong use or when a file cannot be read.
 */
public final class VerifyReceipt {
  private static final String USAGE =
      "usage: verify-receipt FILE [--key JWKS-FILE] [--log-key VKEY-FILE]\n"
          + "  without them: shouxin-receipt-keys.json and shouxin-log-key.txt beside FILE";
  private static final Map<String, String> OPTIONS =
      Map.of("--key", "shouxin-receipt-keys.json", "--log-key", "shouxin-log-key.txt");

  private VerifyReceipt() {}

  public static void main(String[] args) {
    System.exit(run(System.out, args));
  }

  /** Runs the program; returns its exit code. */
  public static int run(PrintStream out, String... args) {
    Map<String, String> options = new HashMap<>();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        files.add(args[i]);
      } else if (OPTIONS.containsKey(args[i]) && i + 1 < args.length) {
        options.put(args[i], args[++i]);
      } else {
        files.clear();
        break;
      }
    }
    if (files.size() != 1) {
      out.println(USAGE);
      return 2;
    }
    try {
      return report(out, Path.of(files.getFirst()), options);
    } catch (IOException | IllegalArgumentException unreadable) {
      out.println("无法读取 / cannot be read: " + unreadable.getMessage());
      return 2;
    }
  }

  private static int report(PrintStream out, Path receipt, Map<String, String> options)
      throws IOException {
    String text = Files.readString(receipt);
    JsonNode jwks = new ObjectMapper().readTree(given(options, "--key", receipt));
    LogKey logKey = LogKey.read(given(options, "--log-key", receipt));
    List<Finding> findings = new ReceiptCheck(jwks, logKey, schema()).run(text);
    findings.forEach(finding -> out.println(finding.line()));
    boolean genuine = findings.stream().noneMatch(Finding.Fails.class::isInstance);
    out.println(genuine ? "真实 GENUINE" : "不真实 NOT GENUINE");
    return genuine ? 0 : 1;
  }

  private static String given(Map<String, String> options, String option, Path receipt)
      throws IOException {
    String named = options.get(option);
    Path file =
        named != null
            ? Path.of(named)
            : receipt.resolveSibling(Objects.requireNonNull(OPTIONS.get(option)));
    return Files.readString(file);
  }

  private static JsonNode schema() throws IOException {
    try (InputStream contract =
        Objects.requireNonNull(
            VerifyReceipt.class.getResourceAsStream("/contracts/consent-receipt.schema.json"))) {
      return new ObjectMapper()
          .readTree(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
