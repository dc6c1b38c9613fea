package org.shouxin.gateway.casework;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for at the counter, on the phone or by letter, and how staff know who it was.
 */
@Input("RecordRightsRequestInput")
public record RecordRightsRequestInput(
    @NonNull @Id String customerId,
    @Description("As in fileRightsRequest.") @NonNull String type,
    @Description("COUNTER, PHONE, LETTER.") @NonNull String channel,
    @Description("What was asked, in words that the person may read.") @NonNull String detail,
    @Description("Null when nobody has checked yet who asks.")
        @Nullable IdentityCheckInput identity,
    @Description("The proven guardian who asks for a child.") @Nullable @Id String guardianId) {

  @Override
  public String toString() {
    return "RecordRightsRequestInput[redacted]";
  }
}
