package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.access.request.OpenAccess;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PrivateValue;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.Vault;

/** One field of one person, decided like any other read; for unmask grants and corrections. */
@ApplicationScoped
public class FieldAccess {
  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final ConsentClient consent;
  private final OpenAccess openAccess;
  private final Catalogue catalogue;
  private final Clock clock;

  FieldAccess(
      Database database,
      CustomerFiles files,
      Vault vault,
      ConsentClient consent,
      OpenAccess openAccess,
      Catalogue catalogue,
      Clock clock) {
    this.openAccess = openAccess;
    this.catalogue = catalogue;
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.consent = consent;
    this.clock = clock;
  }

  /** What is asked for. */
  public record Wanted(Actor actor, String purpose, CustomerId customer, String field) {}

  /**
   * What was decided. The key is there exactly when it was permitted and the person exists.
   *
   * @param minor an approval is needed whatever the field (DR-08)
   * @param approved another person approved access to this field already (R-AC-02)
   * @param refusal what a refused actor is told
   */
  public record Decided(
      Wanted wanted,
      boolean minor,
      boolean approved,
      @Nullable SealedCustomer customer,
      @Nullable DataKey key,
      AuditEvent.DecisionRef decision,
      @Nullable String legalBasis,
      @Nullable String consentRecordId,
      ProblemException refusal) {

    public boolean permitted() {
      return key != null;
    }

    /** An event about this field of this person, carrying the decision. */
    public AuditEvents event(String type, Clock clock) {
      return AuditEvents.of(wanted.actor(), type, clock)
          .subject(wanted.customer())
          .purpose(wanted.purpose())
          .legalBasis(legalBasis)
          .consentRecord(consentRecordId)
          .resource("customer", wanted.customer().toString(), List.of(wanted.field()))
          .decision(decision);
    }
  }

  /**
   * Asks the one decision. A minor's data are asked for as with an approval, since the grant waits
   * for one: the rule then decides everything else. Being assigned is replaced by an open access
   * request only.
   */
  public Decided decide(Wanted wanted) {
    Actor actor = wanted.actor();
    List<CustomerId> ids = List.of(wanted.customer());
    SealedCustomer customer =
        database.lookup(
            actor.controller(),
            handle ->
                files
                    .load(handle, actor.controller(), Viewer.of(actor), ids, false)
                    .get(wanted.customer()));
    DataKey key = vault.openKeys(actor.controller(), ids).get(wanted.customer());
    OpenAccess.Cover cover =
        openAccess.cover(actor, wanted.purpose(), wanted.customer(), wanted.field());
    ConsentApi.Person person = facts(wanted.customer(), customer, key).approvedIf(cover.open());
    Optional<ServedField> served = ServedField.find(wanted.field());
    ConsentApi.Decision decision =
        consent.decide(
            wanted.purpose(),
            List.of(person),
            served.map(field -> List.of(field.wire())).orElse(List.of()));
    ConsentApi.Answer answer = decision.people().getFirst();
    List<String> fields = answer.fields();
    boolean inPurpose = served.isEmpty() || (fields != null && fields.contains(wanted.field()));
    boolean permitted = customer != null && key != null && answer.permitted() && inPurpose;
    String rule = answer.rule();
    return new Decided(
        wanted,
        person.minor(),
        cover.approved(),
        permitted ? customer : null,
        permitted ? key : null,
        new AuditEvent.DecisionRef(
            decision.id(),
            permitted,
            rule == null ? "NONE" : rule,
            decision.ruleVersion(),
            answer.permitted() && !permitted ? "NOT_FOUND" : answer.reasonCode()),
        answer.legalBasis(),
        answer.consentRecordId(),
        Restricted.refusal(actor, customer, answer));
  }

  private ConsentApi.Person facts(
      CustomerId id, @Nullable SealedCustomer customer, @Nullable DataKey key) {
    if (customer == null || key == null) {
      return new ConsentApi.Person(id.toString(), false, false, false, false, false, null);
    }
    boolean minor = Minors.isMinor(customer, key, BusinessTime.today(clock));
    return new ConsentApi.Person(
        id.toString(),
        minor,
        customer.restricted(),
        customer.held(),
        customer.assigned(),
        customer.contract(),
        minor && customer.assigned() ? true : null);
  }

  /** A value of the decided field as the actor sees it without a grant; null where it is hidden. */
  public @Nullable String masked(Decided decided, @Nullable String value) {
    Actor actor = decided.wanted().actor();
    return new Masking.Eye(
            catalogue.grades(actor.controller()), Audience.of(actor), BusinessTime.today(clock))
        .see(decided.wanted().field(), value);
  }

  /** The open value; empty when the person has none. Only for who holds a grant in force. */
  public Optional<String> open(Decided decided) {
    SealedCustomer customer = decided.customer();
    DataKey key = decided.key();
    if (customer == null || key == null) {
      return Optional.empty();
    }
    String field = decided.wanted().field();
    Optional<PrivateValue> hidden = PrivateValue.find(field);
    if (hidden.isEmpty()) {
      return Fact.find(field).flatMap(fact -> customer.open(fact, key));
    }
    PrivateValue value = hidden.get();
    return database
        .read(
            customer.controller(),
            handle -> value.newest(handle, customer.controller(), customer.id()))
        .map(sealed ->
            key.open(
                new FieldPlace(
                    customer.controller(),
                    customer.id(),
                    value.table(),
                    value.column(),
                    sealed.row()),
                sealed.value()));
  }
}
