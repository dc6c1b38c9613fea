package org.shouxin.records.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The notice of PIPL 22 with its twelve items (DR-12, T-01 to T-12): complete, or refused. */
final class TransferNotice {
  private static final int ITEMS = 12;

  private TransferNotice() {}

  /** A text with its digest (SHA-256 of the UTF-8 body, base64url). */
  record Text(String body, String sha256) {}

  /**
   * Writes the notice.
   *
   * @param items T-03 to T-12 in the notice's language; T-01 and T-02 come from the transfer itself
   * @throws ProblemException {@code TRANSFER_NOTICE_INCOMPLETE} naming every missing or unknown
   *     item
   */
  static Text write(TransferRows.Opened transfer, Map<String, String> items) {
    Map<String, String> all = new TreeMap<>(items);
    all.put("T-01", transfer.toControllerName());
    all.put("T-02", transfer.toControllerContact());
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 1; i <= ITEMS; i++) {
      String code = "T-%02d".formatted(i);
      if (all.getOrDefault(code, "").isBlank()) {
        faults.add(new Problem.Fault(code, "ITEM_MISSING", "the notice must tell this"));
      }
    }
    all.keySet().stream()
        .filter(code -> !code.matches("T-(0[1-9]|1[0-2])"))
        .forEach(_ -> faults.add(new Problem.Fault("items", "ITEM_UNKNOWN", "T-01 to T-12 only")));
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.TRANSFER_NOTICE_INCOMPLETE, null, faults);
    }
    StringBuilder body = new StringBuilder();
    all.forEach((code, text) -> body.append(code).append(' ').append(text.strip()).append('\n'));
    return new Text(body.toString(), sha256(body.toString()));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
