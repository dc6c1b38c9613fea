package org.shouxin.records.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.disclosure.GoodStanding;

/** Opens campaigns and shows each caller what is theirs to see to. */
@ApplicationScoped
class Campaigns {
  /** Data inventory, call-back (DR-10). */
  static final String PURPOSE = "P-24";

  private final Database database;
  private final ScopeReading scopes;
  private final GoodStanding standing;
  private final AuditOutbox outbox;
  private final Clock clock;

  Campaigns(
      Database database,
      ScopeReading scopes,
      GoodStanding standing,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.scopes = scopes;
    this.standing = standing;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Opens a campaign: every person with a defect in a policy of the scope becomes an item, assigned
   * to the partner that the letter names or to the client manager.
   *
   * @throws ProblemException {@code CAMPAIGN_SCOPE_EMPTY}; {@code CONFLICT} for the same letter
   *     again
   */
  Campaign open(Actor actor, Letter letter) {
    if (letter.dueOn().isBefore(letter.receivedOn())) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The last day is before the letter.");
    }
    ScopeReading.Scope scope = scopes.read(actor.controller(), letter);
    if (scope.policies().isEmpty()) {
      throw new ProblemException(ProblemCode.CAMPAIGN_SCOPE_EMPTY);
    }
    Campaign campaign =
        new Campaign(
            Ids.next(),
            letter.insurer(),
            letter.reference(),
            letter.sha256(),
            letter.receivedOn(),
            letter.dueOn(),
            letter.consequence(),
            scope.policies().size(),
            scope.clean(),
            actor.id(),
            clock.instant(),
            0,
            null);
    return database.write(
        actor.controller(),
        handle -> {
          if (!CampaignTable.insert(handle, actor.controller(), campaign)) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          outbox.record(
              handle,
              event(actor, "campaign.opened", campaign.id())
                  .change(null, campaign.letterSha256())
                  .count(scope.defective().size())
                  .build());
          scope.defective().forEach(found -> addItem(handle, actor, campaign, scope, found));
          return campaign;
        });
  }

  private void addItem(
      Handle handle,
      Actor actor,
      Campaign campaign,
      ScopeReading.Scope scope,
      ScopeReading.Defective found) {
    Letter.NamedPolicy named = found.as();
    String partner = named == null ? null : named.partnerId();
    List<String> fields = found.defects().stream().map(ItemDefect::field).distinct().toList();
    CampaignItem item =
        new CampaignItem(
            Ids.next(),
            campaign.id(),
            found.policy(),
            found.customer(),
            named == null ? null : named.reference(),
            found.defects(),
            fields,
            partner,
            partner == null ? scope.managers().get(found.policy()) : null,
            new ItemState.Open(),
            false,
            null,
            0,
            0);
    ItemTable.insert(handle, actor.controller(), item);
    outbox.record(
        handle,
        AuditEvents.of(actor, "campaign.item.created", clock)
            .subject(item.customer())
            .purpose(PURPOSE)
            .recipient(partner)
            .resource("campaign.item", item.id().toString(), fields)
            .build());
  }

  /**
   * Staff see all campaigns; a partner those with an item of its own.
   *
   * @throws ProblemException what speaks against a partner (R-PT-01)
   */
  List<Campaign> list(Actor actor) {
    standing.require(actor);
    return database.read(
        actor.controller(),
        handle ->
            CampaignTable.list(handle).stream()
                .filter(campaign ->
                    whose(actor).equals(ItemTable.Whose.EVERYBODYS)
                        || !ItemTable.list(handle, campaign.id(), whose(actor), false).isEmpty())
                .toList());
  }

  /**
   * The campaign.
   *
   * @throws ProblemException {@code CAMPAIGN_NOT_FOUND}
   */
  Campaign get(Handle handle, UUID id) {
    return CampaignTable.find(handle, id)
        .orElseThrow(() -> new ProblemException(ProblemCode.CAMPAIGN_NOT_FOUND));
  }

  /**
   * The caller's items of a campaign.
   *
   * @throws ProblemException what speaks against a partner (R-PT-01)
   */
  List<CampaignItem> items(Actor actor, UUID campaign, boolean openOnly) {
    standing.require(actor);
    return database.read(
        actor.controller(),
        handle -> ItemTable.list(handle, get(handle, campaign).id(), whose(actor), openOnly));
  }

  /** Whose items a caller may see and close (DR-13). */
  static ItemTable.Whose whose(Actor actor) {
    if (actor.kind() == ActorKind.PARTNER) {
      return new ItemTable.Whose(actor.requirePartner(), null);
    }
    boolean onlyManager =
        actor.has(Role.CLIENT_MANAGER)
            && !actor.has(Role.SUPERVISOR)
            && !actor.has(Role.COMPLIANCE_OFFICER);
    return onlyManager
        ? new ItemTable.Whose(null, actor.employeeNo() == null ? "" : actor.employeeNo())
        : ItemTable.Whose.EVERYBODYS;
  }

  AuditEvents event(Actor actor, String type, UUID campaign) {
    return AuditEvents.of(actor, type, clock)
        .purpose(PURPOSE)
        .resource("campaign", campaign.toString());
  }
}
