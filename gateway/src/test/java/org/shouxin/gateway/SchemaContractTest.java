package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema is a file in git (contracts/gateway.graphql), and the fixed core is part of it. */
@QuarkusTest
class SchemaContractTest extends GatewayTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final Path FIXED_CORE = Path.of("../../shared/contract.graphql");

  @Inject GraphQLSchema schema;

  @Test
  void theCommittedSchemaIsTheOneThatRuns() throws IOException {
    String running =
        new SchemaPrinter(
                SchemaPrinter.Options.defaultOptions()
                    .includeDirectives(false)
                    .includeScalarTypes(false)
                    .includeSchemaDefinition(false))
            .print(schema);
    Files.writeString(Path.of("target/gateway.graphql"), running);
    assertThat(Files.readString(CONTRACTS.resolve("gateway.graphql")))
        .as("contracts/gateway.graphql; the running schema is in target/gateway.graphql")
        .isEqualTo(running);
  }

  @Test
  void everyNameAndTypeOfTheFixedCoreIsInTheSchema() throws IOException {
    Set<String> offered = members(Files.readString(CONTRACTS.resolve("gateway.graphql")));
    assertThat(offered).containsAll(members(Files.readString(CONTRACTS.resolve("core.graphql"))));
  }

  @Test
  void theCopyOfTheFixedCoreIsExact() throws IOException {
    Path core = Files.exists(FIXED_CORE) ? FIXED_CORE : CONTRACTS.resolve("core.graphql");
    assertThat(Files.readString(CONTRACTS.resolve("core.graphql")))
        .isEqualTo(Files.readString(core));
    assertThat(members(Files.readString(core)))
        .contains("Query.customer(id: ID!, purpose: String!): Customer")
        .hasSize(169);
  }

  @Test
  void noOperationLetsTheCallerChooseAControllerOrATotal() {
    assertThat(
            schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .flatMap(SchemaContractTest::names)
                .filter(name -> name.matches("(?i).*(controller|total|count$).*")))
        .containsExactlyInAnyOrder(
            "OpenTransferInput.fromControllerId",
            "OpenTransferInput.toControllerId",
            "OpenTransferInput.toControllerName",
            "OpenTransferInput.toControllerContact",
            "OwnTransfer.toControllerName",
            "NoticeRightsInput.closeAccount",
            "OwnTransfer.toControllerContact",
            "Transfer.fromControllerId",
            "Transfer.toControllerId",
            "Transfer.toControllerName",
            "Arrival.fromControllerId");
  }

  /** Every field of a type and every argument of its fields, as {@code Type.name}. */
  private static Stream<String> names(GraphQLNamedType type) {
    Stream<String> names =
        switch (type) {
          case GraphQLObjectType object ->
              object.getFieldDefinitions().stream()
                  .flatMap(field ->
                      Stream.concat(
                          Stream.of(field.getName()),
                          field.getArguments().stream().map(GraphQLArgument::getName)));
          case GraphQLInputObjectType input ->
              input.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName);
          default -> Stream.empty();
        };
    return names.map(name -> type.getName() + "." + name);
  }

  /** One line a field: {@code Type.field(arguments): Type}. */
  private static Set<String> members(String sdl) {
    Set<String> members = new TreeSet<>();
    for (var definition : new Parser().parseDocument(sdl).getDefinitions()) {
      switch (definition) {
        case ObjectTypeDefinition type -> {
          for (FieldDefinition field : type.getFieldDefinitions()) {
            members.add(type.getName() + "." + print(field));
          }
        }
        case InputObjectTypeDefinition type -> {
          for (InputValueDefinition field : type.getInputValueDefinitions()) {
            members.add("input " + type.getName() + "." + print(field));
          }
        }
        default -> {}
      }
    }
    return members;
  }

  private static String print(FieldDefinition field) {
    return AstPrinter.printAst(
        field.transform(plain ->
            plain
                .description(null)
                .inputValueDefinitions(
                    field.getInputValueDefinitions().stream()
                        .sorted(Comparator.comparing(InputValueDefinition::getName))
                        .map(argument -> argument.transform(bare -> bare.description(null)))
                        .toList())));
  }

  private static String print(InputValueDefinition field) {
    return AstPrinter.printAst(field.transform(plain -> plain.description(null)));
  }
}
