package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;

/**
 * Many people at once, for exports: decided, masked and recorded one by one as any read is. Only
 * for what another person approved: it does not count towards the limits of a day.
 */
@ApplicationScoped
public class BulkRead {
  private static final int BATCH = 50;
  private static final Set<ServedField> FIELDS =
      EnumSet.of(
          ServedField.NAME,
          ServedField.ID_TYPE,
          ServedField.ID_NUMBER,
          ServedField.MOBILE,
          ServedField.ADDRESS,
          ServedField.POLICIES);
  private static final AuditEvent.LookupRef LISTED =
      new AuditEvent.LookupRef("list", null, null, null, null);

  private final Database database;
  private final CustomerFiles files;
  private final Disclosure disclosure;

  BulkRead(Database database, CustomerFiles files, Disclosure disclosure) {
    this.database = database;
    this.files = files;
    this.disclosure = disclosure;
  }

  /** A person as the actor may see her; null where a field is hidden. */
  public record Person(
      String reference,
      @Nullable String name,
      @Nullable String idNumber,
      @Nullable String mobile,
      @Nullable String address,
      List<Part> policies) {
    @Override
    public String toString() {
      return "Person[redacted]";
    }
  }

  /** One of her policies. */
  public record Part(
      @Nullable String number,
      @Nullable String product,
      @Nullable String startOn,
      @Nullable String endOn,
      @Nullable String premium) {
    @Override
    public String toString() {
      return "Part[redacted]";
    }
  }

  /** The permitted ones of the people, in the order asked. */
  public List<Person> read(Actor actor, String purpose, List<CustomerId> people) {
    Disclosure.Inquiry inquiry =
        new Disclosure.Inquiry(actor, purpose, FIELDS, false, LISTED, false);
    List<Person> read = new ArrayList<>();
    for (int from = 0; from < people.size(); from += BATCH) {
      List<CustomerId> batch = people.subList(from, Math.min(from + BATCH, people.size()));
      disclosure
          .disclose(
              inquiry,
              batch,
              database.read(
                  actor.controller(),
                  handle -> files.load(handle, actor.controller(), Viewer.of(actor), batch, true)))
          .customers()
          .forEach(view -> read.add(person(view)));
    }
    return read;
  }

  private static Person person(CustomerView view) {
    List<CustomerView.PolicyView> policies = view.policies();
    return new Person(
        view.id(),
        view.name(),
        view.idNumber(),
        view.mobile(),
        view.address(),
        policies == null
            ? List.of()
            : policies.stream()
                .map(policy ->
                    new Part(
                        policy.number(),
                        policy.product(),
                        policy.startOn(),
                        policy.endOn(),
                        policy.premium()))
                .toList());
  }
}
