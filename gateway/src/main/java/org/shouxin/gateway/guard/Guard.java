package org.shouxin.gateway.guard;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Decides, before anything is executed, whether a request may run. */
@ApplicationScoped
class Guard {
  /** Queries whose arguments are what somebody knows of a person. */
  private static final Set<String> BY_PERSONAL_VALUES = Set.of("findCustomer", "searchCustomers");

  private final GraphQLSchema schema;
  private final GraphQlLimits limits;
  private final Documents documents;

  @Inject
  Guard(GraphQLSchema schema, GraphQlLimits limits, Documents documents) {
    this.schema = schema;
    this.limits = limits;
    this.documents = documents;
  }

  /**
   * Lets a request pass.
   *
   * @param readOnly true for GET: only queries, and none whose arguments are personal data
   * @throws ProblemException the limit or rule that the request breaks
   */
  void admit(GraphQlRequest request, boolean readOnly) {
    Document document = documents.parse(request.text());
    Optional<OperationDefinition> selected = operation(document, request);
    if (selected.isEmpty()) {
      return; // No such operation: said by the execution, in the words of the specification.
    }
    OperationDefinition operation = selected.get();
    if (readOnly) {
      requireSafeForUrl(operation);
    }
    Map<String, FragmentDefinition> fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(
                Collectors.toMap(
                    FragmentDefinition::getName, Function.identity(), (first, again) -> first));
    new OperationCheck(schema, limits, fragments, new Values(operation, request.variables()))
        .check(operation);
    new VariableTypes(schema).check(operation, request.variables());
  }

  private static Optional<OperationDefinition> operation(
      Document document, GraphQlRequest request) {
    List<OperationDefinition> operations =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(operation ->
                request.operationName() == null
                    || request.operationName().equals(operation.getName()))
            .toList();
    return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
  }

  private static void requireSafeForUrl(OperationDefinition operation) {
    if (operation.getOperation() != OperationDefinition.Operation.QUERY) {
      throw new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "GET is for queries only");
    }
    for (Selection<?> selection : operation.getSelectionSet().getSelections()) {
      // Fragments at the root would hide a field; nobody needs them in a URL.
      if (!(selection instanceof Field field) || BY_PERSONAL_VALUES.contains(field.getName())) {
        throw new ProblemException(
            ProblemCode.METHOD_NOT_ALLOWED, "personal data never travels in a URL: use POST");
      }
    }
  }
}
