package org.shouxin.gateway.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of alerts, newest first. */
public record AlertConnection(@NonNull List<@NonNull AlertEdge> edges, @NonNull PageInfo pageInfo) {

  static AlertConnection of(AlertsEndpoint.Page page) {
    List<AlertEdge> edges =
        IntStream.range(0, page.alerts().size())
            .mapToObj(i -> new AlertEdge(page.alerts().get(i), page.cursors().get(i)))
            .toList();
    return new AlertConnection(edges, PageInfo.after(page.cursors(), page.hasNextPage()));
  }
}
