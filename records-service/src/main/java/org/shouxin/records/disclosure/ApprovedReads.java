package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.access.request.AccessRequest;
import org.shouxin.records.access.request.OpenAccess;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;

/**
 * Reads under an open access request: decided, masked and recorded like any other read, for its
 * people, purpose and fields. What another person approved does not count towards the limits of a
 * day, whose crossing it may be for; break-glass counts.
 */
@ApplicationScoped
class ApprovedReads {
  private static final AuditEvent.LookupRef BY_ID =
      new AuditEvent.LookupRef("id", null, null, null, null);

  private final Database database;
  private final CustomerFiles files;
  private final OpenAccess access;
  private final DailyLimits limits;
  private final Disclosure disclosure;

  ApprovedReads(
      Database database,
      CustomerFiles files,
      OpenAccess access,
      DailyLimits limits,
      Disclosure disclosure) {
    this.database = database;
    this.files = files;
    this.access = access;
    this.limits = limits;
    this.disclosure = disclosure;
  }

  /**
   * The permitted ones of the request's people.
   *
   * @throws ProblemException as {@link OpenAccess#use}; {@code FIELD_NOT_PERMITTED} for a field
   *     that was not approved; {@code DAILY_LIMIT}
   */
  CustomersView read(Actor actor, UUID id, Set<ServedField> fields, boolean english) {
    AccessRequest request = access.use(actor, id);
    if (!request.fields().containsAll(ServedField.names(fields))) {
      throw new ProblemException(ProblemCode.FIELD_NOT_PERMITTED);
    }
    List<CustomerId> asked = request.customers();
    if (request.isBreakGlass()) {
      limits.open(actor, asked);
    }
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle ->
                files.load(
                    handle,
                    actor.controller(),
                    Viewer.of(actor),
                    asked,
                    fields.contains(ServedField.POLICIES)));
    return disclosure.disclose(
        new Disclosure.Inquiry(actor, request.purpose(), fields, english, BY_ID, false, true),
        asked,
        stored);
  }
}
