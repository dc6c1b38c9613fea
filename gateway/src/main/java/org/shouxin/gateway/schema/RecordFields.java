package org.shouxin.gateway.schema;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Reads the fields of the records that are our GraphQL types: component by component, without a
 * request context for each. A record with a component {@code withheld} names the fields that the
 * purpose excludes; these answer null (a list: empty) with a field error {@code
 * FIELD_NOT_PERMITTED}, never silently (R-CN-04).
 */
final class RecordFields implements LightDataFetcher<@Nullable Object> {
  private static final String WITHHELD = "withheld";
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(component.getName(), component.getAccessor());
          }
          return accessors;
        }
      };

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
      throws ReflectiveOperationException {
    Map<String, Method> accessors = ACCESSORS.get(source.getClass());
    Method accessor = accessors.get(field.getName());
    if (accessor == null) {
      throw new NoSuchMethodException(field.getName());
    }
    Object value = accessor.invoke(source);
    Method withheld = accessors.get(WITHHELD);
    return withheld != null
            && withheld.invoke(source) instanceof Collection<?> names
            && names.contains(field.getName())
        ? refused(value, environment.get())
        : value;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Object source = Objects.requireNonNull(environment.getSource());
    return get(environment.getFieldDefinition(), source, () -> environment);
  }

  private static Object refused(@Nullable Object value, DataFetchingEnvironment environment) {
    return DataFetcherResult.newResult()
        .data(value instanceof List<?> ? List.of() : null)
        .error(
            FieldErrors.of(
                new ProblemException(ProblemCode.FIELD_NOT_PERMITTED),
                environment.getExecutionStepInfo().getPath(),
                environment.getField().getSourceLocation()))
        .build();
  }
}
