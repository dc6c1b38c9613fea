package org.shouxin.gateway.guard;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Walks one operation before it runs and refuses what is too deep, too costly, has too many
 * aliases, no purpose or an impossible page size. Every selection costs at least one step,
 * fragments at each use, so the walk itself is bounded by the limits. What does not fit the schema
 * is left to validation.
 */
final class OperationCheck {
  /** Stands for the length of a list without a page size. */
  static final int LIST_FACTOR = 4;

  /** Cost of a field of Query or Mutation. */
  static final int CALL_COST = 100;

  private static final String TOOLS_QUERY = "IntrospectionQuery";
  private static final String PAGE_SIZE = "first";
  private static final String PURPOSE = "purpose";
  private static final int LARGEST_PAGE = 50;

  /** Of a list whose schema names no other. */
  private static final int USUAL_PAGE = 20;

  private final GraphQLSchema schema;
  private final GraphQlLimits limits;
  private final Map<String, FragmentDefinition> fragments;
  private final Values values;
  private final Set<String> open = new HashSet<>();
  private @Nullable String operationName;
  private long cost;
  private int aliases;

  OperationCheck(
      GraphQLSchema schema,
      GraphQlLimits limits,
      Map<String, FragmentDefinition> fragments,
      Values values) {
    this.schema = schema;
    this.limits = limits;
    this.fragments = fragments;
    this.values = values;
  }

  /**
   * Checks an operation.
   *
   * @return its cost
   * @throws ProblemException the first limit that it breaks
   */
  long check(OperationDefinition operation) {
    GraphQLFieldsContainer root =
        operation.getOperation() == OperationDefinition.Operation.MUTATION
            ? schema.getMutationType()
            : schema.getQueryType();
    operationName = operation.getName();
    walk(operation.getSelectionSet(), root, 1, 1);
    return cost;
  }

  private void walk(
      SelectionSet set, @Nullable GraphQLFieldsContainer type, int depth, long times) {
    for (Selection<?> selection : set.getSelections()) {
      switch (selection) {
        case Field field -> field(field, type, depth, times);
        case InlineFragment inline -> {
          spend(1);
          var condition = inline.getTypeCondition();
          walk(
              inline.getSelectionSet(),
              condition == null ? type : container(schema.getType(condition.getName())),
              depth,
              times);
        }
        case FragmentSpread spread -> spread(spread, depth, times);
        default -> throw new ProblemException(ProblemCode.QUERY_INVALID);
      }
    }
  }

  private void spread(FragmentSpread spread, int depth, long times) {
    spend(1);
    FragmentDefinition fragment = fragments.get(spread.getName());
    // A missing or cyclic fragment is named by validation.
    if (fragment != null && open.add(spread.getName())) {
      walk(
          fragment.getSelectionSet(),
          container(schema.getType(fragment.getTypeCondition().getName())),
          depth,
          times);
      open.remove(spread.getName());
    }
  }

  private void field(Field field, @Nullable GraphQLFieldsContainer type, int depth, long times) {
    if (depth > limits.maxDepth()) {
      throw new ProblemException(
          ProblemCode.QUERY_TOO_DEEP, "at most %d levels".formatted(limits.maxDepth()));
    }
    if (field.getAlias() != null && ++aliases > limits.maxAliases()) {
      throw new ProblemException(
          ProblemCode.QUERY_TOO_MANY_ALIASES, "at most %d aliases".formatted(limits.maxAliases()));
    }
    if (field.getName().startsWith("__")) {
      introspection(field, depth, times);
      return;
    }
    GraphQLFieldDefinition definition =
        type == null ? null : type.getFieldDefinition(field.getName());
    spend(depth == 1 ? CALL_COST : times);
    if (definition != null && depth == 1) {
      requirePurpose(field, definition);
    }
    if (field.getSelectionSet() != null) {
      walk(
          field.getSelectionSet(),
          definition == null ? null : container(GraphQLTypeUtil.unwrapAll(definition.getType())),
          depth + 1,
          Math.multiplyExact(times, factor(field, definition)));
    }
  }

  /** Tools ask for the whole schema in a query of this name, which is deep by nature. */
  private void introspection(Field field, int depth, long times) {
    spend(1);
    if (field.getSelectionSet() == null) {
      return; // __typename
    }
    if (!limits.introspection()) {
      throw new ProblemException(ProblemCode.INTROSPECTION_OFF);
    }
    if (!TOOLS_QUERY.equals(operationName)) {
      walk(field.getSelectionSet(), null, depth + 1, times);
    }
  }

  private void spend(long amount) {
    cost += amount;
    if (cost > limits.maxCost()) {
      throw new ProblemException(
          ProblemCode.QUERY_TOO_COSTLY, "at most %d".formatted(limits.maxCost()));
    }
  }

  private long factor(Field field, @Nullable GraphQLFieldDefinition definition) {
    if (definition == null) {
      return 1;
    }
    var declared = definition.getArgument(PAGE_SIZE);
    if (declared != null) {
      return pageSize(argument(field, PAGE_SIZE), declared);
    }
    boolean edges = field.getName().equals("edges");
    return !edges && isList(definition.getType()) ? LIST_FACTOR : 1;
  }

  private int pageSize(@Nullable Argument argument, GraphQLArgument declared) {
    Integer size = argument == null ? null : values.integer(argument.getValue());
    if (size == null) {
      Object usual = GraphQLArgument.getArgumentDefaultValue(declared);
      return usual instanceof Number number ? number.intValue() : USUAL_PAGE;
    }
    if (size < 1 || size > LARGEST_PAGE) {
      throw new ProblemException(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
    return size;
  }

  private void requirePurpose(Field field, GraphQLFieldDefinition definition) {
    var purpose = definition.getArgument(PURPOSE);
    if (purpose != null && purpose.getType() instanceof GraphQLNonNull) {
      Argument argument = argument(field, PURPOSE);
      if (argument == null || values.isBlank(argument.getValue())) {
        throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
      }
    }
  }

  private static @Nullable Argument argument(Field field, String name) {
    List<Argument> arguments = field.getArguments();
    return arguments.stream()
        .filter(given -> given.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static boolean isList(GraphQLType type) {
    return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
  }

  private static @Nullable GraphQLFieldsContainer container(@Nullable GraphQLType type) {
    return type instanceof GraphQLFieldsContainer fields ? fields : null;
  }
}
