package org.shouxin.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.shouxin.platform.database.Database;

/**
 * Ready while events can be stored: a database that answers but stores nothing (its volume is full,
 * it was made read-only) lets nobody read. After a failure the outbox is tried itself, since no
 * reader comes to a replica that is not ready.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {
  /** Large enough to need a page of its own, and taken back. */
  private static final String TRY =
      """
      insert into audit_outbox (event_id, controller_id, body)
      select gen_random_uuid(), '', json_build_object('tried', string_agg(md5(random()::text), ''))::text
      from generate_series(1, 250)
      """;

  private final Database database;
  private final GroupCommit commits;

  @Inject
  OutboxReadiness(Database database, GroupCommit commits) {
    this.database = database;
    this.commits = commits;
  }

  @Override
  public HealthCheckResponse call() {
    if (commits.isFailing()) {
      try {
        tryToStore();
        commits.works();
      } catch (RuntimeException | AssertionError still) {
        return HealthCheckResponse.named("outbox")
            .down()
            .withData("reason", StoreFailure.reason(still))
            .build();
      }
    }
    return HealthCheckResponse.up("outbox");
  }

  private void tryToStore() {
    database.systemWrite(handle -> {
      handle.savepoint("tried");
      handle.execute(TRY);
      handle.rollbackToSavepoint("tried");
      return true;
    });
  }
}
