package org.shouxin.gateway.schema;

import graphql.GraphQL;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link RecordFields} and {@link FieldErrors} into the schema that SmallRye GraphQL builds
 * from the API classes. Found by {@code ServiceLoader} (META-INF/services).
 */
public final class SchemaSetup implements EventingService {

  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
    GraphQLSchema schema = builder.build();
    GraphQLCodeRegistry registry =
        schema.getCodeRegistry().transform(fetchers -> readRecords(schema, fetchers));
    return GraphQLSchema.newSchema(schema).codeRegistry(registry);
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    return builder.defaultDataFetcherExceptionHandler(new FieldErrors());
  }

  private static void readRecords(GraphQLSchema schema, GraphQLCodeRegistry.Builder fetchers) {
    RecordFields records = new RecordFields();
    for (var type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object) {
        for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
          FieldCoordinates coordinates = FieldCoordinates.coordinates(object, field);
          if (fetchers.hasDataFetcher(coordinates)
              && fetchers.getDataFetcher(coordinates, field) instanceof FieldDataFetcher<?>) {
            fetchers.dataFetcher(coordinates, records);
          }
        }
      }
    }
  }
}
