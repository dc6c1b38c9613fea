package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;

/**
 * Hands what is to be destroyed of a transfer's leftovers to audit-service, where it becomes
 * destruction plans (R-RC-11): there is no other way to an end.
 */
@ApplicationScoped
class LeftoverDestruction {
  private static final int PEOPLE_A_PLAN = 200;

  /** A kind of record goes when every class that makes it up is decided so. */
  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "IDENTITY", Set.of("person", "statement", "conflictChoice", "bankAccount", "correction"),
          "POLICY", Set.of("policyPart"),
          "HEALTH_NOTE", Set.of("healthNote"),
          "CONSENT", Set.of("consentRecord", "consentDecision", "receipt", "noticePresentation"),
          "COMPLAINT", Set.of("complaint", "complaintStep", "caseText"),
          "RIGHTS_REQUEST", Set.of("rightsRequest", "rightsRequestStep", "caseText"));

  private final Database database;
  private final DestructionApi audit;

  LeftoverDestruction(Database database, @RestClient DestructionApi audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Kinds of which no class of the package is kept, and one at least is to go. */
  static Set<String> kinds(List<Leftovers.Decision> decided) {
    Set<String> kept = classes(decided, false);
    Set<String> gone = classes(decided, true);
    Set<String> kinds = new TreeSet<>();
    KINDS.forEach((kind, classes) -> {
      if (classes.stream().anyMatch(gone::contains) && classes.stream().noneMatch(kept::contains)) {
        kinds.add(kind);
      }
    });
    return kinds;
  }

  private static Set<String> classes(List<Leftovers.Decision> decided, boolean gone) {
    Set<String> classes = new TreeSet<>();
    decided.stream()
        .filter(each -> each.isToBeDestroyed() == gone)
        .forEach(each -> classes.add(each.itemClass()));
    return classes;
  }

  /**
   * Proposes everybody who moved, some at a time; again, only what is new.
   *
   * @return whether something of somebody waits, since a hold or the law keeps it
   */
  boolean propose(Actor officer, UUID transfer, Set<String> kinds) {
    if (kinds.isEmpty()) {
      return false;
    }
    boolean waiting = false;
    UUID last = new UUID(0, 0);
    List<UUID> some = moved(officer.controller(), transfer, last);
    while (!some.isEmpty()) {
      DestructionApi.Proposed proposed =
          audit.propose(
              new DestructionApi.LeftoverOrder(
                  officer.controller().value(),
                  transfer.toString(),
                  officer.id(),
                  some.stream().map(UUID::toString).toList(),
                  kinds));
      waiting |= proposed.waiting() > 0;
      last = some.getLast();
      some = moved(officer.controller(), transfer, last);
    }
    return waiting;
  }

  /** The plans of a transfer with their certificates. */
  List<DestructionApi.Plan> plans(Actor reader, UUID transfer) {
    return audit.plans(
        new DestructionApi.Question(reader.controller().value(), transfer.toString()));
  }

  private List<UUID> moved(ControllerId controller, UUID transfer, UUID after) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    "select customer_id from transfer_person where transfer_id = ? and chunk is not"
                        + " null and disposition <> 'COPIED' and customer_id > ? order by customer_id limit ?")
                .bind(0, transfer)
                .bind(1, after)
                .bind(2, PEOPLE_A_PLAN)
                .mapTo(UUID.class)
                .list());
  }
}
