package org.shouxin.audit.destruction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

/** Plans that a compliance officer writes by hand: due today. */
@Singleton
class StaffProposals {
  private final Database database;
  private final Plans plans;
  private final Clock clock;

  @Inject
  StaffProposals(Database database, Plans plans, Clock clock) {
    this.database = database;
    this.plans = plans;
    this.clock = clock;
  }

  UUID propose(Actor officer, Cause cause, List<DestructionResource.ScopeLine> lines) {
    LocalDate today = BusinessTime.today(clock);
    List<ScopeItem> scope =
        lines.stream()
            .map(line ->
                new ScopeItem(
                    line.customerId() == null ? null : Ids.parse(line.customerId()),
                    line.store(),
                    line.recordRef(),
                    line.retentionClass(),
                    line.method(),
                    today))
            .toList();
    return database.write(
        officer.controller(), handle -> plans.propose(handle, officer, cause, scope));
  }
}
