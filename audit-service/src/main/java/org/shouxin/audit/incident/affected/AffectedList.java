package org.shouxin.audit.incident.affected;

import java.time.Instant;
import java.util.List;

/**
 * A computed list.
 *
 * @param logSize entries of the log that were looked at
 * @param fields names of the fields exposed of anybody
 * @param digest SHA-256 of the sorted lines "person fields", base64url
 */
public record AffectedList(
    int version,
    long logSize,
    int persons,
    List<String> fields,
    String digest,
    Instant computedAt,
    String computedBy) {

  /** One person of a list. */
  public record Person(java.util.UUID subjectRef, List<String> fields) {}

  /** What another computation of the same question gave. */
  public record Difference(
      int frozenVersion,
      int newVersion,
      boolean same,
      List<java.util.UUID> added,
      List<java.util.UUID> gone,
      List<java.util.UUID> otherFields) {}
}
