package org.shouxin.audit.legalhold;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What a hold covers, now and later.
 *
 * @param customerId for PERSON
 * @param recordId id of the policy or case, for POLICY and CASE
 * @param insurer for QUERY: policies of this insurer
 * @param branch for QUERY: people whom this branch serves
 * @param endedFrom for QUERY: policies that ended on this day or later
 * @param endedUntil for QUERY: policies that ended on this day or earlier
 */
public record HoldScope(
    @NotNull Kind kind,
    @Nullable @Size(max = 36) String customerId,
    @Nullable @Size(max = 36) String recordId,
    @Nullable @Size(max = 100) String insurer,
    @Nullable @Size(max = 64) String branch,
    @Nullable LocalDate endedFrom,
    @Nullable LocalDate endedUntil) {

  /** Kinds of scopes. */
  public enum Kind {
    PERSON,
    POLICY,
    CASE,
    QUERY
  }

  /**
   * The same scope with canonical ids, and blanks left out.
   *
   * @throws ProblemException {@code HOLD_SCOPE_INVALID} when it is not exactly what its kind needs;
   *     {@code ID_MALFORMED}
   */
  HoldScope canonical() {
    HoldScope scope =
        new HoldScope(
            kind, id(customerId), id(recordId), text(insurer), text(branch), endedFrom, endedUntil);
    boolean person = scope.customerId != null;
    boolean item = scope.recordId != null;
    boolean query =
        Stream.of(scope.insurer, scope.branch, endedFrom, endedUntil)
            .anyMatch(part -> part != null);
    boolean whole =
        switch (kind) {
          case PERSON -> person && !item && !query;
          case POLICY, CASE -> item && !person && !query;
          case QUERY -> query && !person && !item && !isReversed();
        };
    if (!whole) {
      throw new ProblemException(ProblemCode.HOLD_SCOPE_INVALID);
    }
    return scope;
  }

  private boolean isReversed() {
    return endedFrom != null && endedUntil != null && endedUntil.isBefore(endedFrom);
  }

  private static @Nullable String id(@Nullable String text) {
    return text == null || text.isBlank() ? null : Ids.parse(text).toString();
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
