package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What was written in a case, opened for the caller; printed as redacted. */
public record CaseText(@Nullable String subject, @NonNull String body, @NonNull String writtenAt) {

  @Override
  public String toString() {
    return "CaseText[redacted]";
  }
}
