package org.shouxin.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Which JSON values a variable of a type takes. */
class VariableTypesTest {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse(
                      "type Query { a: Int b: ID } input Factors { name: String! age: Int size: Float = 1 }"),
              RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Int              | {"v":1}
          Int              | {"v":null}
          Int              | {}
          Int! = 3         | {}
          ID!              | {"v":"x"}
          ID!              | {"v":7}
          Float            | {"v":1}
          Boolean!         | {"v":false}
          [String!]!       | {"v":["a"]}
          [String!]!       | {"v":"a"}
          [Int]            | {"v":[null,2]}
          Factors!         | {"v":{"name":"a"}}
          [Factors!]       | {"v":[{"name":"a","age":null,"size":2}]}
          Unknown          | {"v":{"x":[]}}
          """)
  void aFittingValuePasses(String type, String variables) {
    check(type, variables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Int              | {"v":"13812345678"}
          Int              | {"v":1.5}
          Int              | {"v":2147483648}
          Int!             | {}
          Int!             | {"v":null}
          Int! = 3         | {"v":null}
          ID!              | {"v":{"mobile":"13812345678"}}
          String           | {"v":13812345678}
          Boolean!         | {"v":"true"}
          [String!]!       | {"v":["a",null]}
          [Int]            | {"v":["13812345678"]}
          Factors!         | {"v":"13812345678"}
          Factors!         | {"v":{}}
          Factors!         | {"v":{"name":"a","mobile":"13812345678"}}
          [Factors!]       | {"v":[{"name":13812345678}]}
          """)
  void anotherValueIsRefusedByTheNameOfItsVariableOnly(String type, String variables) {
    ProblemException refusal =
        assertThatExceptionOfType(ProblemException.class)
            .isThrownBy(() -> check(type, variables))
            .actual();
    assertThat(refusal.code()).isEqualTo(ProblemCode.VARIABLES_INVALID);
    assertThat(refusal.detail()).isEqualTo("variable $v does not fit its type");
  }

  private static void check(String type, String variables) {
    OperationDefinition operation =
        new Parser()
            .parseDocument("query($v: " + type + ") { a }")
            .getFirstDefinitionOfType(OperationDefinition.class)
            .orElseThrow();
    JsonObject json = Json.createReader(new StringReader(variables)).readObject();
    new VariableTypes(SCHEMA).check(operation, json);
  }
}
