package org.shouxin.gateway.whistle;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a report, to whoever has its code. */
public record WhistleStatus(
    @NonNull @Description("RECEIVED, IN_REVIEW, CLOSED.") String state,
    @NonNull List<@NonNull String> messages) {

  @Override
  public String toString() {
    return "WhistleStatus[redacted]";
  }
}
