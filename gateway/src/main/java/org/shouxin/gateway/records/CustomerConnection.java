package org.shouxin.gateway.records;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of people (Relay connection); no total. */
public record CustomerConnection(
    @NonNull List<@NonNull CustomerEdge> edges, @NonNull PageInfo pageInfo) {

  static CustomerConnection of(RecordsEndpoint.Page page) {
    List<CustomerEdge> edges =
        IntStream.range(0, page.customers().size())
            .mapToObj(i -> new CustomerEdge(page.customers().get(i), page.cursors().get(i)))
            .toList();
    return new CustomerConnection(edges, PageInfo.after(page.cursors(), page.hasNextPage()));
  }
}
