package org.shouxin.gateway.receipt;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.schema.PageInfo;

/** A page of receipts, newest first. */
public record ReceiptConnection(
    @NonNull List<@NonNull ReceiptEdge> edges, @NonNull PageInfo pageInfo) {

  static ReceiptConnection of(ReceiptEndpoint.Page page) {
    List<ReceiptEdge> edges =
        IntStream.range(0, page.receipts().size())
            .mapToObj(i -> new ReceiptEdge(page.receipts().get(i), page.cursors().get(i)))
            .toList();
    return new ReceiptConnection(edges, PageInfo.after(page.cursors(), page.hasNextPage()));
  }
}
