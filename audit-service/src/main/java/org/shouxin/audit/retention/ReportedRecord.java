package org.shouxin.audit.retention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as its owner tells of it; telling again replaces what was told.
 *
 * @param subjectRef the person's pseudonym; empty for records of nobody
 * @param recordRef the owner's id; empty for the person's identity file
 * @param beganOn first day of a contract
 * @param startsOn day of the event that starts the period, planned or past; null while unknown
 * @param insurer of a policy, as written in it; also of a note about one
 * @param branch that serves the person
 * @param ofRecord the policy that a note is about: a hold on it holds the note
 */
public record ReportedRecord(
    @NotNull @Pattern(regexp = "([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?") String subjectRef,
    @NotNull @Pattern(regexp = "([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?") String recordRef,
    @NotNull RecordKind kind,
    @Nullable LocalDate beganOn,
    @Nullable LocalDate startsOn,
    @Nullable @Size(max = 100) String insurer,
    @Nullable @Size(max = 64) String branch,
    @Nullable @Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") String ofRecord) {

  /** A record that is part of no other one. */
  public ReportedRecord(
      String subjectRef,
      String recordRef,
      RecordKind kind,
      @Nullable LocalDate beganOn,
      @Nullable LocalDate startsOn,
      @Nullable String insurer,
      @Nullable String branch) {
    this(subjectRef, recordRef, kind, beganOn, startsOn, insurer, branch, null);
  }

  String retentionClass() {
    return kind.classOf(beganOn, startsOn);
  }
}
