package org.shouxin.records.transfer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.arrival.Receipt;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.TransferKeys;

/** A receipt matches when every item of the manifest is accounted for, and nothing else came. */
final class ReceiptCheck {
  private ReceiptCheck() {}

  static void require(PublicJwk receiver, String manifestText, String text, String signature) {
    if (!TransferKeys.verifies(
        receiver, text.getBytes(StandardCharsets.UTF_8), decoded(signature))) {
      throw new ProblemException(ProblemCode.RECEIPT_UNSIGNED);
    }
    Receipt receipt = Receipt.parse(text);
    String digest =
        HexFormat.of().formatHex(ItemHash.sha256(manifestText.getBytes(StandardCharsets.UTF_8)));
    if (!receipt.manifestSha256().equals(digest)) {
      throw new ProblemException(ProblemCode.RECEIPT_DIFFERS, "another manifest");
    }
    List<Problem.Fault> faults = faults(Manifest.parse(manifestText), receipt);
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.RECEIPT_DIFFERS, null, faults);
    }
  }

  private static List<Problem.Fault> faults(Manifest manifest, Receipt receipt) {
    Map<String, Receipt.Count> counts = new HashMap<>();
    receipt.classes().forEach(count -> counts.put(count.name(), count));
    List<Problem.Fault> faults = new ArrayList<>();
    for (Manifest.ItemClass promised : manifest.classes()) {
      Receipt.Count count = counts.remove(promised.name());
      if (count == null || !count.root().equals(promised.root())) {
        faults.add(new Problem.Fault(promised.name(), "NOT_RECEIVED", "other items or none"));
      } else if (count.matched() + count.explained() != promised.items()
          || count.missing() != 0
          || count.extra() != 0) {
        faults.add(
            new Problem.Fault(
                promised.name(),
                "DIFFERS",
                "%d matched, %d explained, %d missing, %d extra, of %d"
                    .formatted(
                        count.matched(),
                        count.explained(),
                        count.missing(),
                        count.extra(),
                        promised.items())));
      }
    }
    counts.values().stream()
        .filter(count -> count.extra() != 0)
        .forEach(count ->
            faults.add(new Problem.Fault(count.name(), "DIFFERS", count.extra() + " extra")));
    return faults;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(ProblemCode.RECEIPT_UNSIGNED, null, malformed);
    }
  }
}
