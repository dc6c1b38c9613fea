package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A complaint in the person's own words. */
@Input("FileComplaintInput")
public record FileComplaintInput(
    @NonNull @Id String customerId, @NonNull String subject, @NonNull String detail) {

  @Override
  public String toString() {
    return "FileComplaintInput[redacted]";
  }
}
