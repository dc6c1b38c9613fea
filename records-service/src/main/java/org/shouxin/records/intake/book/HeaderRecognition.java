package org.shouxin.records.intake.book;

import java.util.List;

/**
 * Says how many of a row's cells are known column names; decides encoding, delimiter and header
 * row.
 */
@FunctionalInterface
public interface HeaderRecognition {
  int recognised(List<String> cells);
}
