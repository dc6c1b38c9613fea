package org.shouxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;

/**
 * Somebody invented whose name and number stand in the imported book, and whom the partner finds.
 */
record KnownPerson(String id, String name, String idNumber) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NAME = 8;
  private static final int ID_NUMBER = 12;
  private static final int ID_LENGTH = 18;

  String readBody() {
    ObjectNode body = question();
    body.putArray("ids").add(id);
    return body.toString();
  }

  String searchBody() {
    ObjectNode body = question();
    body.putObject("factors").put("name", name).put("idNumber", idNumber);
    return body.toString();
  }

  private static ObjectNode question() {
    ObjectNode body = JSON.createObjectNode().put("purpose", "P-12");
    body.putArray("fields").add("name").add("mobile");
    return body;
  }

  /** People of the book that a search finds, adults with a consent. */
  static List<KnownPerson> findable(Bed bed, Path book, int most) {
    Http http = new Http();
    String token = bed.token(Bed.PARTNER);
    List<KnownPerson> found = new ArrayList<>();
    try (Stream<String> lines = Files.lines(book, Charset.forName("GB18030"))) {
      for (String line : (Iterable<String>) lines.skip(1).limit(most * 3L)::iterator) {
        String[] cells = line.split(",", -1);
        if (cells.length <= ID_NUMBER || found.size() == most) {
          continue;
        }
        KnownPerson asked =
            new KnownPerson("", cells[NAME], cells[ID_NUMBER].replaceAll("[^0-9Xx]", ""));
        if (asked.idNumber().length() != ID_LENGTH || asked.name().isBlank()) {
          continue;
        }
        JsonNode answer =
            http.post(
                    bed.url(Component.RECORDS, "/v1/customers/search"),
                    token,
                    JSON.readTree(asked.searchBody()))
                .path("customers");
        if (answer.size() == 1) {
          found.add(
              new KnownPerson(answer.path(0).path("id").asText(), asked.name(), asked.idNumber()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
