package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One field of which sources say different values; the first one is in use. */
@Description("One field of which sources say different values; the first one is in use.")
public record Conflict(@NonNull String field, @NonNull List<@NonNull SaidValue> values) {
  public Conflict {
    values = List.copyOf(values);
  }
}
