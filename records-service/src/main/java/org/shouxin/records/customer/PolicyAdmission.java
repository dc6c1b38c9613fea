package org.shouxin.records.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;
import org.shouxin.records.vault.IndexKind;

/** Records the policies of a batch, who stands in them, accounts, health notes and assignments. */
@ApplicationScoped
class PolicyAdmission {
  private final TermsCodec codec;
  private final Assignments assignments;

  PolicyAdmission(TermsCodec codec, Assignments assignments) {
    this.codec = codec;
    this.assignments = assignments;
  }

  /** Returns how many policies were not known before. */
  int record(Handle handle, Admitting by, PeopleOfBatch people, Identified identified) {
    Map<PolicyFile, UUID> fresh = insertPolicies(handle, by, people);
    insertRoles(handle, by, people, identified, fresh);
    insertValues(handle, by, people, identified, fresh);
    Set<Assignments.Assignment> given = new LinkedHashSet<>();
    for (PeopleOfBatch.Part part : people.parts()) {
      String employee = part.policy().employeeNo();
      if (employee != null) {
        given.add(new Assignments.Assignment(identified.id(part.person()), employee));
      }
    }
    assignments.add(handle, by.controller(), List.copyOf(given));
    return fresh.size();
  }

  private Map<PolicyFile, UUID> insertPolicies(Handle handle, Admitting by, PeopleOfBatch people) {
    Map<ByteBuffer, PolicyFile> byKey = new LinkedHashMap<>();
    Map<ByteBuffer, ByteBuffer> written = new HashMap<>();
    for (PeopleOfBatch.Part part : people.parts()) {
      RecognitionKey key =
          RecognitionKey.of(by.index(), IndexKind.POLICY_NUMBER, PolicyIdentity.of(part.policy()));
      byKey.putIfAbsent(key.written(), part.policy());
      key.every().forEach(each -> written.put(each, key.written()));
    }
    List<byte[]> keys = written.keySet().stream().map(ByteBuffer::array).toList();
    PolicyTable.known(handle, by.controller(), keys)
        .forEach(known -> byKey.remove(written.get(known)));
    Map<PolicyFile, UUID> fresh = new IdentityHashMap<>();
    List<PolicyTable.PolicyRow> rows = new ArrayList<>();
    byKey.forEach((key, policy) -> {
      UUID id = Ids.next();
      String number = policy.policyNumber();
      fresh.put(policy, id);
      rows.add(
          new PolicyTable.PolicyRow(
              id,
              key.array(),
              number == null ? null : by.index().of(IndexKind.POLICY_NUMBER, number)));
    });
    PolicyTable.insertPolicies(handle, by.controller(), by.provenance(), rows);
    return fresh;
  }

  private record Owner(CustomerId customer, UUID policy) {}

  private void insertRoles(
      Handle handle,
      Admitting by,
      PeopleOfBatch people,
      Identified identified,
      Map<PolicyFile, UUID> fresh) {
    Map<Owner, List<PeopleOfBatch.Part>> owners = new LinkedHashMap<>();
    for (PeopleOfBatch.Part part : people.parts()) {
      UUID policy = fresh.get(part.policy());
      if (policy != null) {
        owners
            .computeIfAbsent(
                new Owner(identified.id(part.person()), policy), unused -> new ArrayList<>())
            .add(part);
      }
    }
    List<PolicyTable.RoleRow> rows = new ArrayList<>();
    Set<CustomerId> insured = new LinkedHashSet<>();
    owners.forEach((owner, parts) -> {
      DataKey key = identified.keys().get(owner.customer());
      if (key != null) {
        String roles =
            String.join(",", parts.stream().map(PeopleOfBatch.Part::role).distinct().toList());
        if (roles.contains("INSURED") && !roles.contains("APPLICANT")) {
          insured.add(owner.customer());
        }
        // The last part says most: a beneficiary's terms carry relation and share.
        byte[] terms =
            codec.seal(
                by.controller(), owner.customer(), owner.policy(), parts.getLast().terms(), key);
        rows.add(new PolicyTable.RoleRow(owner.customer(), owner.policy(), roles, terms));
      }
    });
    PolicyTable.insertRoles(handle, by.controller(), rows);
    Announcements.add(
        handle, by.controller(), Announcements.Kind.INSURED, insured, by.provenance().recordedAt());
  }

  private void insertValues(
      Handle handle,
      Admitting by,
      PeopleOfBatch people,
      Identified identified,
      Map<PolicyFile, UUID> fresh) {
    List<PolicyTable.ValueRow> accounts = new ArrayList<>();
    List<PolicyTable.ValueRow> notes = new ArrayList<>();
    for (PeopleOfBatch.Part part : people.parts()) {
      CustomerId customer = identified.id(part.person());
      DataKey key = identified.keys().get(customer);
      UUID policy = fresh.get(part.policy());
      if (key == null || policy == null) {
        continue;
      }
      String account = part.policy().bankAccount();
      if (account != null && part.role().equals("APPLICANT")) {
        byte[] index = by.index().of(IndexKind.BANK_ACCOUNT, account);
        accounts.add(value(by, customer, key, "bank_account", "number", account, index, policy));
      }
      String note = part.policy().healthNote();
      if (note != null && part.role().equals("INSURED")) {
        byte[] index = by.index().of(IndexKind.STATEMENT, "health|" + note);
        notes.add(value(by, customer, key, "health_note", "note", note, index, policy));
      }
    }
    PolicyTable.insertAccounts(handle, by.controller(), by.provenance(), accounts);
    PolicyTable.insertHealthNotes(handle, by.controller(), by.provenance(), notes);
  }

  private static PolicyTable.ValueRow value(
      Admitting by,
      CustomerId customer,
      DataKey key,
      String table,
      String column,
      String text,
      byte[] index,
      UUID policy) {
    UUID id = Ids.next();
    FieldPlace place = new FieldPlace(by.controller(), customer, table, column, id);
    return new PolicyTable.ValueRow(customer, id, index, key.seal(place, text), policy);
  }
}
