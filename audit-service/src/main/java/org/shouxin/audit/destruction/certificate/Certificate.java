package org.shouxin.audit.destruction.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.order.OutsideCopies;
import org.shouxin.audit.destruction.recipient.RecipientCount;

/**
 * What a certificate says (contracts/destruction-certificate.schema.json): ids, codes, numbers and
 * times; no person's name and no list of people, only the digest of that list.
 *
 * @param scopeDigest RFC 9162 root over the items, base64url
 * @param people how many persons
 * @param keysDestroyed how many persons' data keys
 * @param witnessed none when nobody witnessed; then {@code absence} says why and who compared the
 *     log instead
 * @param presences who executed before whom, from each start on
 * @param stops when and why the execution was stopped
 * @param copies what became of copies outside the stores
 * @param outsideCopies exports in which the people stood, and whether their receivers confirmed
 */
public record Certificate(
    String schema,
    UUID number,
    String controllerId,
    String cause,
    LocalDate dueOn,
    String scopeDigest,
    int items,
    long people,
    long keysDestroyed,
    List<Line> lines,
    List<Medium> media,
    Act proposed,
    Act approved,
    Act executed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Act witnessed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Absence absence,
    Instant startedAt,
    List<Presence> presences,
    List<Stop> stops,
    List<RecipientCount> recipients,
    List<Copy> copies,
    List<OutsideCopies.OutsideCopy> outsideCopies,
    Instant issuedAt) {

  /** Version of the form. */
  static final String SCHEMA = "https://shouxin.org/schemas/destruction-certificate/v1";

  /** Certificates of the first days list no outside copies, nor who was present when. */
  public Certificate {
    presences = presences == null ? List.of() : List.copyOf(presences);
    outsideCopies = outsideCopies == null ? List.of() : List.copyOf(outsideCopies);
  }

  /** How many items of one kind were destroyed, and how. */
  public record Line(String store, String retentionClass, String method, int number) {}

  /** A medium that was destroyed by hand. */
  public record Medium(String serial, String method, String by, Instant at) {}

  /** Who did it, by employee number or service, and when. */
  public record Act(String by, Instant at) {}

  /** From when on somebody executed before somebody else, who was named as witness. */
  public record Presence(Instant since, String executor, String witness) {}

  /**
   * Nobody witnessed (D-123).
   *
   * @param witness who was named and gave no word
   * @param reason LEFT or UNABLE
   * @param reported who said so
   * @param confirmed who was not there and compared the log
   * @param provenByLog how many items the log tells of
   * @param onExecutorsWord how many items only the executor tells of: media
   */
  public record Absence(
      String witness,
      String reason,
      Act reported,
      Act confirmed,
      int provenByLog,
      int onExecutorsWord) {}

  /** A stop, for example {@code HELD} by a legal hold. */
  public record Stop(Instant at, String why) {}

  /** What a copy is and why it tells nothing any more. */
  public record Copy(String what, String how) {}
}
