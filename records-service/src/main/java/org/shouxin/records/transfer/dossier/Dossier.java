package org.shouxin.records.transfer.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer of the business as the regulator gets it. Times are UTC (RFC 3339), days those of
 * Shanghai, digests SHA-256 in base64url.
 *
 * @param number from 1: a later dossier of the transfer says what happened since
 * @param report the duty to report the change (K-17)
 * @param staying people of the scope who are not in the package, by situation
 * @param handedOver the package; null before it was sealed
 * @param receipt digest of the receiver's signed receipt that matched; null before
 * @param signingKey thumbprint (RFC 7638) of the seller's key, which also signed the manifest
 */
record Dossier(
    String format,
    int number,
    UUID transfer,
    String fromControllerId,
    Deal deal,
    Report report,
    People people,
    Map<String, Long> staying,
    List<Act> stages,
    List<Act> evidence,
    List<Notice> notices,
    @Nullable HandedOver handedOver,
    @Nullable String receipt,
    List<Leftover> leftovers,
    String issuedAt,
    String issuedBy,
    String signingKey) {
  static final String FORMAT = "shouxin-transfer-dossier/1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What was agreed. */
  public record Deal(
      String dealType,
      String scope,
      String toControllerId,
      String toControllerName,
      String toControllerContact,
      String cutOverOn) {}

  /**
   * When the change was to be reported, and was.
   *
   * @param effectiveAt the cut-over
   * @param reportedAt null as long as it is not
   */
  record Report(
      String effectiveAt,
      String dueAt,
      @Nullable String reportedAt,
      @Nullable String reference,
      boolean inTime) {}

  /** Counts of people; who is copied goes along and stays, and is not among the moved. */
  public record People(
      long inScope,
      long told,
      long unreachable,
      long objected,
      long moved,
      long copied,
      long restricted) {}

  /** A stage that was entered or a gate that was met. */
  public record Act(String code, String by, String at, @Nullable String reference) {}

  /** The notice of PIPL 22 in one language. */
  public record Notice(String language, String sha256, String publishedAt) {}

  /** The package by its manifest. */
  record HandedOver(String manifest, String sealedAt, long people, List<ItemClass> classes) {}

  /** One class: how many items, and their Merkle root (RFC 6962), hexadecimal. */
  record ItemClass(String name, long items, String root) {}

  /** What becomes of the seller's copy. */
  public record Leftover(String itemClass, String decision, String basis) {}

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a dossier is JSON", impossible);
    }
  }

  static Dossier parse(String text) {
    try {
      return JSON.readValue(text, Dossier.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored dossier cannot be read", impossible);
    }
  }
}
