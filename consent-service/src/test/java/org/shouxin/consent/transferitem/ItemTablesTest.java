package org.shouxin.consent.transferitem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.JsonRows;

/** The schema of transfer packages says what this service gives. */
class ItemTablesTest {
  private static final Path SCHEMA = Path.of("../contracts/transfer-package.schema.json");

  @Test
  void everyColumnThatTravelsIsInTheSchemaAndNothingElse() throws IOException {
    JsonNode classes = JsonRows.MAPPER.readTree(SCHEMA.toFile()).path("$defs");
    ItemTables.ALL.forEach((name, table) -> {
      Set<String> said = new TreeSet<>(Set.of("transfer", "class"));
      table.columns().forEach(column -> said.add(JsonRows.member(column)));
      Set<String> promised = new TreeSet<>();
      classes.path(name).path("properties").fieldNames().forEachRemaining(promised::add);
      assertThat(promised).as(name).isEqualTo(said);
    });
  }
}
