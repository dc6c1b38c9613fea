package org.shouxin.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Which documents a partner may run where trusted documents are on. */
class TrustedDocumentsTest {
  private static final Path SHIPPED = Path.of("src/main/resources/trusted-documents");
  private static final String OTHER = "{ __typename }";

  @TempDir Path folder;

  private record Limits(boolean trustedDocuments, Optional<Path> trustedDocumentsDir)
      implements GraphQlLimits {
    @Override
    public boolean introspection() {
      return false;
    }

    @Override
    public int maxBodyBytes() {
      return 1;
    }

    @Override
    public int maxDocumentLength() {
      return 1;
    }

    @Override
    public int maxTokens() {
      return 1;
    }

    @Override
    public int maxDepth() {
      return 1;
    }

    @Override
    public int maxAliases() {
      return 1;
    }

    @Override
    public int maxCost() {
      return 1;
    }
  }

  @Test
  void aPartnerRunsATrustedDocumentByItsIdOrItsText() throws IOException {
    String text = Files.readString(SHIPPED.resolve("customer.graphql"));
    TrustedDocuments documents = documents(true);
    assertThat(documents.resolve(request(null, TrustedDocuments.idOf(text)), true).text())
        .isEqualTo(text);
    assertThat(documents.resolve(request(text, null), true).text()).isEqualTo(text);
  }

  @Test
  void aPartnerRunsNothingElse() {
    TrustedDocuments documents = documents(true);
    refused(documents, request(OTHER, null), true);
    refused(documents, request(null, TrustedDocuments.idOf(OTHER)), true);
    refused(documents, request(null, "sha256:"), true);
  }

  @Test
  void anIdDoesNotSmuggleAnotherText() throws IOException {
    String trusted = TrustedDocuments.idOf(Files.readString(SHIPPED.resolve("customer.graphql")));
    refused(documents(true), request(OTHER, trusted), true);
    refused(documents(false), request(OTHER, trusted), false);
  }

  @Test
  void peopleAndTheDemoRunTheirOwnDocuments() {
    assertThat(documents(true).resolve(request(OTHER, null), false).text()).isEqualTo(OTHER);
    assertThat(documents(false).resolve(request(OTHER, null), true).text()).isEqualTo(OTHER);
  }

  @Test
  void anOperatorAddsDocumentsInAFolder() throws IOException {
    Files.writeString(folder.resolve("other.graphql"), OTHER);
    Files.writeString(folder.resolve("notes.txt"), "{ logKey }");
    TrustedDocuments documents = new TrustedDocuments(new Limits(true, Optional.of(folder)));
    assertThat(documents.resolve(request(OTHER, null), true).text()).isEqualTo(OTHER);
    refused(documents, request("{ logKey }", null), true);
  }

  @Test
  void theIndexNamesEveryShippedDocument() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      assertThat(Files.readAllLines(SHIPPED.resolve("index")))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".graphql"))
                  .map(name -> name.replace(".graphql", ""))
                  .toList());
    }
  }

  @Test
  void thePartnerGuideNamesEveryShippedDocumentByItsId() throws IOException {
    String guide = Files.readString(Path.of("../docs/partner-guide.md"));
    assertThat(TrustedDocuments.shipped())
        .hasSize(14)
        .allSatisfy(text -> assertThat(guide).contains(TrustedDocuments.idOf(text)));
  }

  /** The example client of docs/partners runs trusted documents, and its types are made of them. */
  @Test
  void theExampleClientNamesTrustedDocumentsAndIsGeneratedFromThem() throws IOException {
    Path example = Path.of("../docs/partners/typescript");
    String client = Files.readString(example.resolve("client.ts"));
    String generated = spaced(Files.readString(example.resolve("generated.ts")));
    List<String> named =
        Pattern.compile("sha256:[0-9a-f]{64}")
            .matcher(client)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(named).hasSize(4);
    for (String id : named) {
      assertThat(TrustedDocuments.shipped())
          .filteredOn(text -> TrustedDocuments.idOf(text).equals(id))
          .hasSize(1)
          .allSatisfy(text -> assertThat(generated).contains(spaced(text)));
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static TrustedDocuments documents(boolean required) {
    return new TrustedDocuments(new Limits(required, Optional.empty()));
  }

  private static GraphQlRequest request(@Nullable String query, @Nullable String id) {
    return new GraphQlRequest(query, id, null, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static void refused(TrustedDocuments documents, GraphQlRequest request, boolean partner) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> documents.resolve(request, partner))
        .extracting(ProblemException::code)
        .isEqualTo(ProblemCode.QUERY_NOT_TRUSTED);
  }
}
