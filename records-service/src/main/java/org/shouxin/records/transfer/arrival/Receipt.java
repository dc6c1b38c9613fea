package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What the receiver found of a package, signed: each item looked for on both sides.
 *
 * @param manifestSha256 of the manifest's bytes, hexadecimal
 */
public record Receipt(
    String format,
    UUID transfer,
    String fromControllerId,
    String toControllerId,
    String manifestSha256,
    String issuedAt,
    List<Count> classes) {
  public static final String FORMAT = "shouxin-transfer-receipt/1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One class.
   *
   * @param root of the leaves promised; the receiver read the same
   * @param matched items that stand at the receiver exactly as promised
   * @param explained items merged with what the receiver had: {@code KNOWN_AT_RECEIVER}
   * @param missing promised, and not found at the receiver
   * @param extra found at the receiver about people who were new there, and not promised
   */
  public record Count(
      String name, String root, long matched, long explained, long missing, long extra) {}

  /** Differences that nothing explains. */
  public long unexplained() {
    return classes.stream().mapToLong(each -> each.missing() + each.extra()).sum();
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a receipt is JSON", impossible);
    }
  }

  /**
   * @throws ProblemException {@code RECEIPT_DIFFERS} when it is no receipt of this format
   */
  public static Receipt parse(String text) {
    try {
      Receipt receipt = JSON.readValue(text, Receipt.class);
      if (receipt.format().equals(FORMAT)) {
        return receipt;
      }
    } catch (JsonProcessingException unreadable) {
      unreadable.clearLocation();
    }
    throw new ProblemException(ProblemCode.RECEIPT_DIFFERS);
  }
}
