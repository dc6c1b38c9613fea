package org.shouxin.gateway.compliance;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of consents; no total. */
public record FoundConsentConnection(
    @NonNull List<@NonNull FoundConsentEdge> edges, @NonNull PageInfo pageInfo) {

  static FoundConsentConnection of(ComplianceEndpoint.FoundPage page) {
    List<FoundConsentEdge> edges =
        IntStream.range(0, page.records().size())
            .mapToObj(i -> new FoundConsentEdge(page.records().get(i), page.cursors().get(i)))
            .toList();
    return new FoundConsentConnection(edges, PageInfo.after(page.cursors(), page.hasNextPage()));
  }
}
