package org.shouxin.consent.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Runs on the published examples alone: no service, no network. */
class VerifyReceiptTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = Path.of("../contracts/examples/receipt");

  @TempDir private Path folder;

  @Test
  void theExampleIsGenuineWithEachCheckALine() throws IOException {
    Report report = verify(read("receipt.jsonld"));

    assertThat(report.status()).isZero();
    assertThat(report.lines().stream().map(line -> line.replaceAll(":.*", "")))
        .containsExactly(
            "OK    格式 format",
            "OK    签名 signature",
            "OK    日志条目 log entry",
            "OK    包含证明 inclusion",
            "OK    检查点 checkpoint",
            "真实 GENUINE");
  }

  @Test
  void aReceiptNotYetInTheLogIsGenuineAndSaysWhatIsOpen() throws IOException {
    Report report = verify(read("receipt-pending.jsonld"));

    assertThat(report.status()).isZero();
    assertThat(report.lines().get(2)).startsWith("OPEN  包含证明 inclusion: ");
  }

  /** Each text, number and flag of the receipt, whether signed or part of the proof. */
  @Test
  void everyAlteredFieldIsFound() throws IOException {
    List<String> pointers = new ArrayList<>();
    leaves(JSON.readTree(read("receipt.jsonld")), "", pointers);
    assertThat(pointers).hasSizeGreaterThan(60);

    for (String pointer : pointers) {
      Report report = verify(altered(pointer));
      assertThat(report.status()).as(pointer).isEqualTo(1);
      String expected =
          pointer.startsWith("/proof/") ? "FAIL  " : "FAIL  签名 signature: CONTENT_CHANGED";
      assertThat(report.lines()).as(pointer).anyMatch(line -> line.startsWith(expected));
    }
  }

  /** The same table is used for the browser's verifier: one fault for each alteration. */
  @ParameterizedTest
  @CsvFileSource(files = "../contracts/examples/receipt/alterations.csv", numLinesToSkip = 1)
  void eachAlterationIsNamed(String find, String replace, String check, String fault)
      throws IOException {
    String receipt = read("receipt.jsonld");
    assertThat(receipt).contains(find);

    Report report = verify(receipt.replace(find, replace == null ? "" : replace));
    assertThat(report.status()).isEqualTo(1);
    assertThat(report.lines())
        .anyMatch(line ->
            line.startsWith("FAIL  %s: %s ".formatted(Check.valueOf(check).words(), fault)));
  }

  @Test
  void wrongKeysAndOtherLogsAreNamed() throws IOException {
    String receipt = read("receipt.jsonld");
    String otherLog = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    Path logKey = Files.writeString(folder.resolve("other-log"), otherLog);
    assertThat(verify(receipt, "--log-key", logKey.toString()).lines())
        .anyMatch(line -> line.startsWith("FAIL  检查点 checkpoint: OTHER_LOG "));

    ObjectNode keys = (ObjectNode) JSON.readTree(read("shouxin-receipt-keys.json"));
    Path none = Files.writeString(folder.resolve("none"), "{\"keys\":[]}");
    assertThat(verify(receipt, "--key", none.toString()).lines())
        .anyMatch(line -> line.startsWith("FAIL  签名 signature: UNKNOWN_KEY "));
    ObjectNode key = (ObjectNode) keys.path("keys").get(keys.path("keys").size() - 1);
    key.put("x", key.path("y").asText()).put("y", key.path("x").asText());
    ((ArrayNode) keys.path("keys")).removeAll().add(key);
    Path wrong = Files.writeString(folder.resolve("wrong"), keys.toString());
    assertThat(verify(receipt, "--key", wrong.toString()).lines())
        .anyMatch(line -> line.startsWith("FAIL  签名 signature: CONTENT_CHANGED "));
  }

  @Test
  void wrongUseAndUnreadableFilesEndWithTwo() {
    for (String[] arguments :
        List.of(
            new String[] {},
            new String[] {"a", "b"},
            new String[] {"a", "--key"},
            new String[] {"a", "--unknown", "b"},
            new String[] {folder.resolve("missing").toString()})) {
      assertThat(run(arguments).status()).as(String.join(" ", arguments)).isEqualTo(2);
    }
  }

  @Test
  void numbersAndTextsAreWrittenAsTheStandardSays() throws Exception {
    JsonNode value =
        JSON.readTree("{\"\u20ac\":1,\"a\":\"\\u000f\\n\\\\\\\"\u5b88/\",\"A\":[true,null,-7]}");

    assertThat(new String(Canonical.bytes(value), StandardCharsets.UTF_8))
        .isEqualTo("{\"A\":[true,null,-7],\"a\":\"\\u000f\\n\\\\\\\"\u5b88/\",\"\u20ac\":1}");
  }

  private static void leaves(JsonNode value, String at, List<String> found) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        leaves(member.getValue(), at + "/" + member.getKey(), found);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        leaves(value.get(i), at + "/" + i, found);
      }
    } else {
      found.add(at);
    }
  }

  private static String altered(String pointer) throws IOException {
    JsonNode receipt = JSON.readTree(read("receipt.jsonld"));
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = receipt.at(pointer.substring(0, cut));
    JsonNode before = receipt.at(pointer);
    JsonNode after =
        before.isBoolean()
            ? JSON.getNodeFactory().booleanNode(!before.asBoolean())
            : before.isNumber()
                ? JSON.getNodeFactory().numberNode(before.asInt() + 1)
                : JSON.getNodeFactory().textNode(before.asText() + "1");
    if (parent instanceof ObjectNode object) {
      object.set(pointer.substring(cut + 1), after);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(pointer.substring(cut + 1)), after);
    }
    return receipt.toString();
  }

  private Report verify(String receipt, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("receipt.jsonld"), receipt);
    for (String key : List.of("shouxin-receipt-keys.json", "shouxin-log-key.txt")) {
      Files.writeString(folder.resolve(key), read(key));
    }
    return run(
        Stream.concat(Stream.of(file.toString()), Stream.of(options)).toArray(String[]::new));
  }

  private static Report run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = VerifyReceipt.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    return new Report(status, said.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static String read(String file) throws IOException {
    return Files.readString(EXAMPLES.resolve(file));
  }

  private record Report(int status, List<String> lines) {}
}
