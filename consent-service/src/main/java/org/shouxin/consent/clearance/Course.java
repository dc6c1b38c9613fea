package org.shouxin.consent.clearance;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.purpose.Words;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * A course of the catalogue in both languages.
 *
 * @param minutes most minutes that one session counts
 * @param readingMinutes least minutes between opening and ending when studied alone
 */
public record Course(
    String code, Words title, Words text, int minutes, int readingMinutes, boolean caseStudy) {
  private static final String TAUGHT =
      "select distinct on (code) code, title_zh, title_en, text_zh, text_en, minutes,"
          + " reading_minutes, case_study from course where effective_from <= ?"
          + " order by code, effective_from desc";

  /** The catalogue as taught on a day. */
  static List<Course> list(Handle handle, LocalDate day) {
    return handle
        .createQuery(TAUGHT)
        .bind(0, day)
        .map((row, context) ->
            new Course(
                row.getString("code"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                new Words(row.getString("text_zh"), row.getString("text_en")),
                row.getInt("minutes"),
                row.getInt("reading_minutes"),
                row.getBoolean("case_study")))
        .list();
  }

  /** A course by code; NOT_FOUND when it is not taught on that day. */
  static Course get(Handle handle, LocalDate day, String code) {
    return list(handle, day).stream()
        .filter(course -> course.code().equals(code))
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
