package org.shouxin.records.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as its second person sees it before she decides.
 *
 * @param current the value in use, masked; none when there is none
 * @param proposed the value that would be in use, masked
 * @param evidence the proposer's words on what she saw, without the values and masked like free
 *     text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposedChange(
    String id,
    String customerId,
    String field,
    @Nullable String current,
    @Nullable String proposed,
    @Nullable String evidence) {

  @Override
  public String toString() {
    return "ProposedChange[" + id + ", redacted]";
  }
}
