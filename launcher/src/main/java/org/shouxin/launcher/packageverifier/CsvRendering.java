package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouxin.launcher.OwnerOnly;

/**
 * Renders a verified package as one CSV file a class for other systems, UTF-8, columns in the order
 * of the schema; what is no single value stands as JSON. The files are in plain text.
 */
final class CsvRendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode manifest;
  private final Keys.Receiving receiver;

  CsvRendering(Path folder, JsonNode manifest, Keys.Receiving receiver) {
    this.folder = folder;
    this.manifest = manifest;
    this.receiver = receiver;
  }

  void write(Path to) throws IOException, Broken {
    OwnerOnly.folder(to);
    JsonNode schema =
        JSON.readTree(
            Files.readString(
                folder.resolve(manifest.path("schemas").path(0).path("name").asText())));
    UUID transfer = UUID.fromString(manifest.path("transfer").asText());
    for (JsonNode each : manifest.path("classes")) {
      String name = each.path("name").asText();
      List<String> columns = new ArrayList<>();
      schema
          .path("$defs")
          .path(name)
          .path("properties")
          .fieldNames()
          .forEachRemaining(columns::add);
      columns.removeAll(List.of("transfer", "class"));
      try (CsvWriter csv = CsvWriter.builder().build(to.resolve(name + ".csv"))) {
        csv.writeRecord(columns);
        for (JsonNode file : each.path("files")) {
          write(csv, transfer, columns, file.path("name").asText());
        }
      }
    }
  }

  private void write(CsvWriter csv, UUID transfer, List<String> columns, String name)
      throws IOException, Broken {
    try (var file = Files.newInputStream(folder.resolve(name));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    SealedContent.open(receiver, transfer, name, file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode item = JSON.readTree(line);
        csv.writeRecord(
            columns.stream()
                .map(item::path)
                .map(value -> value.isContainerNode() ? value.toString() : value.asText())
                .toList());
      }
    }
  }
}
