package org.shouxin.gateway.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Two people touch a backup: an operator asks, another person approves. */
@GraphQLApi
@ApplicationScoped
public class BackupAccessApi {
  private final BackupAccessEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  BackupAccessApi(@RestClient BackupAccessEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("backupAccesses")
  @Description("The 100 newest requests to restore or to delete a backup.")
  public @NonNull List<@NonNull BackupAccess> backupAccesses() {
    return neighbours.ask(audit::list);
  }

  @Query("backupEvents")
  @Description("The 200 newest backups taken and deleted.")
  public @NonNull List<@NonNull BackupEvent> backupEvents() {
    return neighbours.ask(audit::events);
  }

  @Mutation("requestBackupAccess")
  @Description("Asks to restore a backup or to delete one early; nothing is allowed yet.")
  public @NonNull BackupAccess requestBackupAccess(
      @NonNull @Name("input") RequestBackupAccessInput input) {
    return neighbours.ask(
        () -> audit.request(new BackupAccessEndpoint.Request(input.scope(), input.reason())));
  }

  @Mutation("approveBackupAccess")
  @Description("Lets the one who asked do exactly that, once, within a day: another person.")
  public @NonNull BackupAccess approveBackupAccess(@NonNull @Id @Name("accessId") String accessId) {
    return neighbours.ask(() -> audit.step(accessId, "approval"));
  }

  @Mutation("rejectBackupAccess")
  @Description("Declines a request to touch a backup, or takes it back.")
  public @NonNull BackupAccess rejectBackupAccess(@NonNull @Id @Name("accessId") String accessId) {
    return neighbours.ask(() -> audit.step(accessId, "rejection"));
  }
}
