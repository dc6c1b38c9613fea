package org.shouxin.records.transfer.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.JsonRows;

/** The schema that a package carries says what its items say. */
class PackageSchemaTest {
  private static final Path SCHEMA = Path.of("../contracts/transfer-package.schema.json");

  @Test
  void everyColumnThatTravelsIsInTheSchemaAndNothingElse() throws IOException {
    JsonNode classes = JsonRows.MAPPER.readTree(SCHEMA.toFile()).path("$defs");
    for (SealedTable table : RecordTables.ALL) {
      Set<String> said = new TreeSet<>(Set.of("transfer", "class"));
      table.rows().columns().forEach(column -> said.add(JsonRows.member(column)));
      Set<String> promised = new TreeSet<>();
      classes
          .path(table.itemClass())
          .path("properties")
          .fieldNames()
          .forEachRemaining(promised::add);
      assertThat(promised).as(table.itemClass()).isEqualTo(said);
    }
  }
}
