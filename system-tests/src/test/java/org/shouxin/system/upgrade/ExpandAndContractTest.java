package org.shouxin.system.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations since the last release (docs/released-migrations.txt) only add: pods of that release
 * go on while the first new one has already migrated.
 */
class ExpandAndContractTest {
  private static final String WHERE = "records-service/src/main/resources/db/migration/";

  @Test
  void whatWasReleasedIsNeverChanged() {
    Map<String, String> now = new TreeMap<>();
    Migrations.today()
        .forEach(migration -> now.put(migration.file().toString(), Migrations.digest(migration)));
    assertThat(Migrations.released()).hasSizeGreaterThan(80);
    assertThat(now).containsAllEntriesOf(Migrations.released());
  }

  @Test
  void aNewMigrationComesAfterEveryReleasedOneOfItsDatabase() {
    Map<Path, Double> newest = new HashMap<>();
    Set<String> released = Migrations.released().keySet();
    for (Migration migration : Migrations.today()) {
      if (released.contains(migration.file().toString())) {
        newest.merge(migration.location(), migration.version(), Math::max);
      }
    }
    assertThat(Migrations.today())
        .filteredOn(migration -> !released.contains(migration.file().toString()))
        .allSatisfy(migration ->
            assertThat(migration.version())
                .as("Flyway leaves %s out where that release ran", migration.file())
                .isGreaterThan(newest.getOrDefault(migration.location(), -1.0)));
  }

  @Test
  void aNewMigrationTakesNothingAwayFromPodsOfTheReleasedVersion() {
    Set<String> released = Migrations.released().keySet();
    Set<String> tables = new TreeSet<>();
    for (Migration migration : Migrations.today()) {
      if (released.contains(migration.file().toString())) {
        tables.addAll(migration.createdTables());
      }
    }
    assertThat(tables).hasSizeGreaterThan(100);
    assertThat(Migrations.today())
        .filteredOn(migration -> !released.contains(migration.file().toString()))
        .allSatisfy(migration ->
            assertThat(migration.breaking(tables)).as("%s", migration.file()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table customer;",
        "truncate customer;",
        "alter table customer drop column name;",
        "alter table customer rename to person;",
        "alter table customer rename column name to title;",
        "alter table customer alter column name set not null;",
        "alter table customer alter column name type text;",
        "alter table customer alter column name drop default;",
        "alter table customer\n  add column name text not null;",
        "alter table customer add constraint name_is_short check (length(name) < 9);",
        "create unique index customer_name on customer (name);",
        "revoke insert on customer from records;"
      })
  void whatTakesAwayIsFound(String sql) {
    assertThat(migration(sql).breaking(Set.of("customer"))).hasSize(1);
    assertThat(migration(sql).breaking(Set.of("policy"))).as("a table that is new").isEmpty();
    assertThat(
            migration("-- contract: since 1.4 nobody reads or writes it\n" + sql)
                .breaking(Set.of("customer")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table person (id uuid not null);",
        "alter table customer add column name text;",
        "alter table customer add column name text not null default '';",
        "create index customer_name on customer (name);",
        "comment on table customer is 'drop table customer';",
        "create function f() returns void language sql as $$ drop table customer; $$;"
      })
  void whatOnlyAddsIsFree(String sql) {
    assertThat(migration(sql).breaking(Set.of("customer"))).isEmpty();
  }

  @Test
  void versionsAreNumbers() {
    assertThat(migration("").version()).isEqualTo(12);
    assertThat(new Migration(Path.of(WHERE + "V0_1__x.sql"), "").version()).isEqualTo(0.1);
  }

  private static Migration migration(String sql) {
    return new Migration(Path.of(WHERE + "V12__next.sql"), sql);
  }
}
