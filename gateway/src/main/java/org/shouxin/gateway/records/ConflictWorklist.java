package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of people in a conflict; no total. */
@Description(
    "A page of people in a conflict. It may have fewer people than asked for, or nobody, and still"
        + " have a next page.")
public record ConflictWorklist(
    @NonNull List<@NonNull CustomerConflicts> people, @NonNull PageInfo pageInfo) {
  public ConflictWorklist {
    people = List.copyOf(people);
  }

  static ConflictWorklist of(RecordsEndpoint.InConflict page) {
    return new ConflictWorklist(page.people(), new PageInfo(page.hasNextPage(), page.endCursor()));
  }
}
