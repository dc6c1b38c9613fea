package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One look, or refused look, at a person's data.
 *
 * @param purpose empty where the act had none, such as a refused sign-in
 * @param fields names of the fields seen, never values
 * @param logIndex place of the entry in the log, a decimal number
 * @param inWords the same in one sentence for the person concerned
 */
public record AccessEvent(
    @NonNull @Id String eventId,
    @NonNull String occurredAt,
    @NonNull String actorKind,
    @NonNull String actorId,
    @Nullable String organization,
    @NonNull String purpose,
    @NonNull List<@NonNull String> fields,
    boolean permitted,
    @Nullable @Id String decisionId,
    @Nullable String logIndex,
    @Nullable InWords inWords) {

  @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
  public AccessEvent {
    purpose = purpose == null ? "" : purpose;
    fields = fields == null ? List.of() : List.copyOf(fields);
  }
}
