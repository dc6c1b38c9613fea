package org.shouxin.records.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.PolicyPart;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.TermsCodec;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/** What is kept of people, by pseudonym: identity file, policies, health notes. */
@ApplicationScoped
class KeptFiles {
  private static final Viewer NOBODY = new Viewer(null, null, false);
  private static final String NOTES =
      "select id, customer_id, policy_id, recorded_at from health_note"
          + " where controller_id = :controller and customer_id = any(:ids)";
  private static final String BRANCHES =
      "select distinct on (a.customer_id) a.customer_id, m.branch from assignment a join"
          + " staff_member m on m.controller_id = a.controller_id and m.employee_no = a.employee_no"
          + " where a.controller_id = :controller and a.customer_id = any(:ids) and a.ended_at is"
          + " null and m.branch is not null order by a.customer_id, a.assigned_at desc";

  /** A health note without its content. */
  public record Note(
      UUID id, CustomerId customerId, @Nullable UUID policyId, OffsetDateTime recordedAt) {}

  /** Which branch serves a customer. */
  public record Served(CustomerId customerId, String branch) {}

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final TermsCodec terms;

  KeptFiles(Database database, CustomerFiles files, Vault vault, TermsCodec terms) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.terms = terms;
  }

  /** Records of those people whose data can still be opened. */
  Map<CustomerId, List<RetentionApi.Kept>> of(ControllerId controller, List<CustomerId> people) {
    Map<CustomerId, DataKey> keys = vault.openKeys(controller, people);
    Map<CustomerId, List<RetentionApi.Kept>> kept = new LinkedHashMap<>();
    database.read(
        controller,
        handle -> {
          Map<CustomerId, List<Note>> notes =
              query(handle, NOTES, controller, people, Note.class).stream()
                  .collect(Collectors.groupingBy(Note::customerId));
          Map<CustomerId, String> branches =
              query(handle, BRANCHES, controller, people, Served.class).stream()
                  .collect(Collectors.toMap(Served::customerId, Served::branch));
          files
              .loadAlsoDeparted(handle, controller, NOBODY, people)
              .forEach((id, customer) -> {
                DataKey key = keys.get(id);
                if (key != null) {
                  List<Note> hers = notes.getOrDefault(id, List.of());
                  kept.put(id, of(customer, key, hers, branches.get(id)));
                }
              });
          return kept.size();
        });
    return kept;
  }

  private List<RetentionApi.Kept> of(
      SealedCustomer customer, DataKey key, List<Note> notes, @Nullable String branch) {
    String subject = customer.id().toString();
    List<PolicyPart> parts = terms.open(customer, key);
    List<RetentionApi.Kept> kept = new ArrayList<>();
    customer
        .lastSaidAt()
        .map(KeptFiles::day)
        .ifPresent(day ->
            kept.add(new RetentionApi.Kept(subject, "", "IDENTITY", null, day, null, branch)));
    parts.forEach(part ->
        kept.add(
            new RetentionApi.Kept(
                subject,
                part.policy().toString(),
                "POLICY",
                part.terms().startOn(),
                part.terms().endOn(),
                part.terms().insurer(),
                branch)));
    notes.forEach(note -> kept.add(note(subject, note, parts, branch)));
    return kept;
  }

  /**
   * With a contract it stands in the contract's file, and whatever holds that holds it; without one
   * it waits for nothing.
   */
  private static RetentionApi.Kept note(
      String subject, Note note, List<PolicyPart> parts, @Nullable String branch) {
    Optional<PolicyPart> policy =
        parts.stream().filter(part -> part.policy().equals(note.policyId())).findFirst();
    return new RetentionApi.Kept(
        subject,
        note.id().toString(),
        "HEALTH_NOTE",
        policy.map(part -> part.terms().startOn()).orElse(null),
        policy.isPresent() ? policy.get().terms().endOn() : day(note.recordedAt().toInstant()),
        policy.map(part -> part.terms().insurer()).orElse(null),
        branch,
        policy.map(part -> part.policy().toString()).orElse(null));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, BusinessTime.ZONE);
  }

  private static <T> List<T> query(
      Handle handle, String sql, ControllerId controller, List<CustomerId> people, Class<T> type) {
    return handle
        .createQuery(sql)
        .bind("controller", controller)
        .bindArray("ids", CustomerId.class, people)
        .mapTo(type)
        .list();
  }
}
