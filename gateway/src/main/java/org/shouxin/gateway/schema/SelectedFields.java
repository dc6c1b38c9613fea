package org.shouxin.gateway.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.smallrye.graphql.api.Context;
import java.util.List;
import java.util.Set;

/** The fields that a query selects, so that a service is asked for these and no others. */
public final class SelectedFields {
  private SelectedFields() {}

  /**
   * Names among {@code known} selected directly under the field being answered, in the order of the
   * query.
   */
  public static List<String> of(Context context, Set<String> known) {
    return names(environment(context).getSelectionSet().getImmediateFields(), known);
  }

  /** Names among {@code known} selected under {@code edges { node { ... } }}. */
  public static List<String> ofNodes(Context context, Set<String> known) {
    return names(environment(context).getSelectionSet().getFields("edges/node/*"), known);
  }

  private static List<String> names(List<SelectedField> selected, Set<String> known) {
    return selected.stream()
        .map(SelectedField::getName)
        .filter(known::contains)
        .distinct()
        .toList();
  }

  private static DataFetchingEnvironment environment(Context context) {
    return context.unwrap(DataFetchingEnvironment.class);
  }
}
