package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouxin.system.Project;

/**
 * Every table carries the column by which it can be spread over servers; the few that do not are
 * named in docs/scale.md with what they are instead.
 */
class DistributionColumnTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "create table (?:if not exists )?([a-z_]+)\\s*\\((.*?)\\n\\)", Pattern.DOTALL);
  private static final Pattern ADDED =
      Pattern.compile("alter table ([a-z_]+)\\s+add (?:column )?controller_id");
  private static final Pattern DROPPED = Pattern.compile("drop table (?:if exists )?([a-z_]+)");
  private static final Pattern EXCEPTION = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

  @Test
  void everyTableCarriesItsDistributionColumnOrIsAnExceptionOfTheScalePlan() {
    Map<String, Boolean> tables = new TreeMap<>();
    for (String module :
        List.of("platform/runtime", "consent-service", "records-service", "audit-service")) {
      migrations(Project.path(module + "/src/main/resources/db"))
          .forEach(file -> read(module, file, tables));
    }
    assertThat(tables).hasSizeGreaterThan(80);
    TreeSet<String> without = new TreeSet<>();
    tables.forEach((table, distributed) -> {
      if (!distributed) {
        without.add(table.substring(table.indexOf(':') + 1));
      }
    });
    assertThat(without).isEqualTo(exceptions());
  }

  private static TreeSet<String> exceptions() {
    TreeSet<String> named = new TreeSet<>();
    EXCEPTION
        .matcher(Project.read("docs/scale.md"))
        .results()
        .forEach(row -> named.add(row.group(1)));
    return named;
  }

  private static void read(String module, Path file, Map<String, Boolean> tables) {
    String sql = Project.read(file).replaceAll("(?m)--.*$", "");
    Matcher table = TABLE.matcher(sql);
    while (table.find()) {
      tables.put(module + ":" + table.group(1), table.group(2).contains("controller_id"));
    }
    ADDED.matcher(sql).results().forEach(found -> tables.put(module + ":" + found.group(1), true));
    DROPPED.matcher(sql).results().forEach(found -> tables.remove(module + ":" + found.group(1)));
  }

  private static List<Path> migrations(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
