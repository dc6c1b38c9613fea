package org.shouxin.consent.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** The register of recipients of one controller. */
@ApplicationScoped
public class Recipients {
  private static final String SELECT = "select " + RecipientMapper.COLUMNS + " from recipient rc ";

  private static final String UPSERT =
      """
      insert into recipient (controller_id, id, version, terms_version, name, role, uscc, country, address,
        contact_email, contact_phone, licence_number, licence_expires_on, licence_scope,
        licence_regions, self_assessment_reference, self_assessment_completed_on, agreement_reference,
        agreement_starts_on, agreement_ends_on, clauses, purposes, categories, fields, method_zh, method_en,
        pipia_reference, pipia_completed_on, reviewed_on, suspended_at, suspension_reason, changed_by, changed_at)
      values (:controller, :id, :version, :termsVersion, :name, :role, :uscc, :country, :address,
        :email, :phone, :licence, :licenceExpiresOn, :licenceScope,
        :licenceRegions, :selfAssessment, :selfAssessmentOn, :reference, :startsOn, :endsOn,
        :clauses, :purposes, :categories, :fields, :methodZh, :methodEn,
        :pipia, :pipiaOn, :reviewedOn, :suspendedAt, :suspensionReason, :changedBy, :changedAt)
      on conflict (controller_id, id) do update set version = excluded.version,
        terms_version = excluded.terms_version, name = excluded.name, role = excluded.role,
        uscc = excluded.uscc, country = excluded.country, address = excluded.address,
        contact_email = excluded.contact_email, contact_phone = excluded.contact_phone,
        licence_number = excluded.licence_number, licence_expires_on = excluded.licence_expires_on,
        licence_scope = excluded.licence_scope, licence_regions = excluded.licence_regions,
        self_assessment_reference = excluded.self_assessment_reference,
        self_assessment_completed_on = excluded.self_assessment_completed_on,
        agreement_reference = excluded.agreement_reference,
        agreement_starts_on = excluded.agreement_starts_on, agreement_ends_on = excluded.agreement_ends_on,
        clauses = excluded.clauses, purposes = excluded.purposes, categories = excluded.categories,
        fields = excluded.fields, method_zh = excluded.method_zh, method_en = excluded.method_en,
        pipia_reference = excluded.pipia_reference, pipia_completed_on = excluded.pipia_completed_on,
        reviewed_on = excluded.reviewed_on, suspended_at = excluded.suspended_at,
        suspension_reason = excluded.suspension_reason, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at
      """;

  public Optional<Recipient> find(Handle handle, String id) {
    return handle
        .createQuery(SELECT + "where rc.id = ?")
        .bind(0, id)
        .map(new RecipientMapper())
        .findOne();
  }

  /** The recipient of this id, refused with RECIPIENT_UNKNOWN when there is none. */
  public Recipient get(Handle handle, String id) {
    return find(handle, id).orElseThrow(() -> new ProblemException(ProblemCode.RECIPIENT_UNKNOWN));
  }

  public List<Recipient> listAll(Handle handle) {
    return handle.createQuery(SELECT + "order by rc.id").map(new RecipientMapper()).list();
  }

  /** Makes changes of one recipient follow one another. */
  void lock(Handle handle, ControllerId controller, String id) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 2))::text")
        .bind(0, controller.value() + "|recipient|" + id)
        .mapTo(String.class)
        .one();
  }

  void store(
      Handle handle, ControllerId controller, Recipient recipient, String changedBy, Instant now) {
    Recipient.Suspension suspension = recipient.suspension();
    Recipient.Assessment own = recipient.selfAssessment();
    List<String> regions = recipient.licence().regions();
    handle
        .createUpdate(UPSERT)
        .bind("controller", controller)
        .bind("id", recipient.id())
        .bind("version", recipient.version())
        .bind("termsVersion", recipient.termsVersion())
        .bind("name", recipient.name())
        .bind("role", recipient.role().name())
        .bind("uscc", recipient.uscc().value())
        .bind("country", recipient.country())
        .bind("address", recipient.address())
        .bind("email", recipient.contact().email())
        .bind("phone", recipient.contact().phone())
        .bind("licence", recipient.licence().number())
        .bind("licenceExpiresOn", recipient.licence().expiresOn())
        .bind("licenceScope", recipient.licence().scope())
        .bindByType(
            "licenceRegions",
            regions == null ? null : regions.toArray(String[]::new),
            String[].class)
        .bind("selfAssessment", own == null ? null : own.reference())
        .bindByType("selfAssessmentOn", own == null ? null : own.completedOn(), LocalDate.class)
        .bind("reference", recipient.agreement().reference())
        .bind("startsOn", recipient.agreement().startsOn())
        .bind("endsOn", recipient.agreement().endsOn())
        .bind("clauses", names(recipient.agreement().clauses()))
        .bind("purposes", recipient.agreement().purposes().stream().sorted().toArray(String[]::new))
        .bind("categories", names(recipient.agreement().categories()))
        .bind("fields", wires(recipient.agreement().fields()))
        .bind("methodZh", recipient.agreement().method().zh())
        .bind("methodEn", recipient.agreement().method().en())
        .bind("pipia", recipient.pipia().reference())
        .bind("pipiaOn", recipient.pipia().completedOn())
        .bind("reviewedOn", recipient.reviewedOn())
        .bind("suspendedAt", suspension == null ? null : suspension.at().atOffset(ZoneOffset.UTC))
        .bind("suspensionReason", suspension == null ? null : suspension.reason())
        .bind("changedBy", changedBy)
        .bind("changedAt", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  private static String[] names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static String[] wires(Set<DataField> fields) {
    return fields.stream()
        .sorted()
        .map(DataField::wire)
        .collect(Collectors.toList())
        .toArray(String[]::new);
  }
}
