package org.shouxin.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Who looked at a person's data, the proof of each entry, and the search for a leak. */
@GraphQLApi
@ApplicationScoped
public class AuditApi {
  private final AuditService audit;
  private final Leaks leaks;

  @Inject
  AuditApi(AuditService audit, Leaks leaks) {
    this.audit = audit;
    this.leaks = leaks;
  }

  @Query("accessHistory")
  @Description(
      "Who looked at this person's data: the person sees all of it, an auditor all, staff their own"
          + " team's.")
  public @NonNull AccessConnection accessHistory(
      @NonNull @Id @Name("customerId") String customerId,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return AccessConnection.of(
        audit.accessHistory(customerId, first == null ? 20 : first, after, false));
  }

  @Query("provisions")
  @Description(
      "To whom this person's data went, when, and which: one entry for each data.provided event"
          + " (R-CN-05).")
  public @NonNull AccessConnection provisions(
      @NonNull @Id @Name("customerId") String customerId,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return AccessConnection.of(
        audit.accessHistory(customerId, first == null ? 20 : first, after, true));
  }

  @Query("employeeAccesses")
  @Description(
      "What one employee looked at, by number, newest first: an auditor any employee's, a"
          + " supervisor the own branch's.")
  public @NonNull AccessConnection employeeAccesses(
      @NonNull @Name("employeeNo") String employeeNo,
      @Name("filter") @Nullable AccessFilter filter,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return AccessConnection.of(
        audit.employeeAccesses(
            employeeNo,
            filter == null ? AccessFilter.NONE : filter,
            first == null ? 20 : first,
            after));
  }

  @Query("ownTransferStory")
  @Description(
      "What became of the caller in a transfer of the business, oldest first; each step can be"
          + " proven.")
  public @NonNull List<@NonNull OwnTransferStep> ownTransferStory(
      @NonNull @Id @Name("transferId") String transferId) {
    return audit.transferStory(transferId);
  }

  @Query("inclusionProof")
  @Description("Proof that an audit event is in the log under the newest checkpoint.")
  public @Nullable InclusionProof inclusionProof(@NonNull @Id @Name("eventId") String eventId) {
    return audit.findInclusionProof(eventId);
  }

  @Query("leakTrace")
  @Description("A trace that was run.")
  public @NonNull LeakTrace leakTrace(@NonNull @Id @Name("traceId") String traceId) {
    return audit.findTrace(traceId);
  }

  @Mutation("traceLeak")
  @Description(
      "Ranks who could have leaked a sample of leaked people; a large one goes by POST"
          + " /files/traces.")
  public @NonNull LeakTrace traceLeak(@NonNull @Name("input") TraceLeakInput input) {
    return leaks.trace(input);
  }
}
