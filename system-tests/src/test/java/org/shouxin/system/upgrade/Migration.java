package org.shouxin.system.upgrade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One migration by the place of its file, {@code MODULE/src/main/resources/db/LOCATION/V12__x.sql},
 * with what it does to tables.
 */
record Migration(Path file, String sql) {
  private static final Pattern CREATES = Pattern.compile("create table (?:if not exists )?(\\w+)");
  private static final Pattern CONTRACT = Pattern.compile("(?m)^--\\s*contract: .{20,}$");

  /** Each takes away something that a pod of the version before may still use. */
  private static final List<Pattern> CONTRACTING =
      List.of(
          Pattern.compile("drop (?:table|view|materialized view) (?:if exists )?(\\w+).*"),
          Pattern.compile("truncate (?:table )?(\\w+).*"),
          Pattern.compile(
              "alter table (?:only )?(\\w+) .*\\bdrop (?:column|constraint|default)\\b.*"),
          Pattern.compile(
              "alter table (?:only )?(\\w+) .*\\b(?:rename|set not null|add constraint)\\b.*"),
          Pattern.compile(
              "alter table (?:only )?(\\w+) .*\\balter (?:column )?\\w+ (?:set data )?type\\b.*"),
          Pattern.compile("create unique index (?:\\w+ )?on (\\w+).*"),
          Pattern.compile("revoke .* on (?:table )?(\\w+) from.*"),
          Pattern.compile("drop (?:policy|trigger) .* on (\\w+).*"));

  private static final Pattern REQUIRED =
      Pattern.compile("alter table (?:only )?(\\w+) add (?:column )?.*\\bnot null\\b.*");

  /** The folder of the database's migrations, one order of versions each. */
  Path location() {
    return file.resolveSibling("");
  }

  /** Two numbers at most, {@code 0_1} before {@code 1}. */
  double version() {
    String name = String.valueOf(file.getFileName());
    return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
  }

  Set<String> createdTables() {
    Set<String> tables = new TreeSet<>();
    Matcher table = CREATES.matcher(plain(sql));
    while (table.find()) {
      tables.add(table.group(1));
    }
    return tables;
  }

  /**
   * Statements that pods of the version before do not survive, without those that a comment {@code
   * -- contract: ...} right before them says nobody needs any more.
   *
   * @param known tables that the version before has
   */
  List<String> breaking(Set<String> known) {
    List<String> broken = new ArrayList<>();
    for (String statement : statements()) {
      String text = plain(statement);
      boolean breaks =
          CONTRACTING.stream().anyMatch(pattern -> names(pattern, text, known))
              || (names(REQUIRED, text, known) && !text.contains(" default "));
      if (breaks && !CONTRACT.matcher(statement).find()) {
        broken.add(text);
      }
    }
    return broken;
  }

  private static boolean names(Pattern pattern, String text, Set<String> known) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() && known.contains(matcher.group(1));
  }

  /** Split at semicolons outside of function bodies. */
  private List<String> statements() {
    String bodiless =
        Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL).matcher(sql).replaceAll("''");
    return Arrays.stream(bodiless.split(";")).filter(text -> !plain(text).isEmpty()).toList();
  }

  private static String plain(String text) {
    return text.replaceAll("(?m)--.*$", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
