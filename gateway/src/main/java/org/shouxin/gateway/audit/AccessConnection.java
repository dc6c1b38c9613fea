package org.shouxin.gateway.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of accesses, newest first. */
public record AccessConnection(
    @NonNull List<@NonNull AccessEdge> edges, @NonNull PageInfo pageInfo) {

  static AccessConnection of(AuditEndpoint.Page page) {
    List<AccessEdge> edges =
        IntStream.range(0, page.events().size())
            .mapToObj(i -> new AccessEdge(page.events().get(i), page.cursors().get(i)))
            .toList();
    return new AccessConnection(edges, PageInfo.after(page.cursors(), page.hasNextPage()));
  }
}
