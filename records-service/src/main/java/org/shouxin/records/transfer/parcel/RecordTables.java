package org.shouxin.records.transfer.parcel;

import java.util.List;
import org.shouxin.platform.database.JsonRows;

/** The tables of this service whose rows travel, each after what it refers to. */
public final class RecordTables {
  public static final String PERSON = "person";
  public static final String STATEMENT = "statement";
  public static final String POLICY_PART = "policyPart";
  public static final String BANK_ACCOUNT = "bankAccount";
  public static final String HEALTH_NOTE = "healthNote";
  private static final String OF_PERSON = "t.customer_id = any(:people)";

  public static final List<SealedTable> ALL =
      List.of(
          new SealedTable(
              PERSON,
              new JsonRows(
                  "customer", words("id created_at restricted_at"), "t.id = any(:people)", "id"),
              "id",
              "customer",
              "id",
              List.of(),
              List.of()),
          table(
              STATEMENT,
              "customer_statement",
              "id customer_id name gender birth_date id_type id_number id_valid_until mobile email"
                  + " address occupation nationality source recorded_at verifier verified_at",
              "name gender birth_date id_type id_number id_valid_until mobile email address"
                  + " occupation nationality"),
          table(
              "conflictChoice",
              "conflict_choice",
              "customer_id statement_id fact chosen_by supervising chosen_at",
              "",
              "statement_id, fact, chosen_by",
              "statement_id"),
          new SealedTable(
              POLICY_PART,
              new JsonRows(
                  "(select r.controller_id, r.customer_id, r.policy_id, r.roles, r.terms, p.source,"
                      + " p.recorded_at, coalesce(r.restricted_at, case when r.policy_id::text"
                      + " = any(t.restricted_records) then c.departed_at end) as restricted_at"
                      + " from policy_role r join policy p"
                      + " on p.controller_id = r.controller_id and p.id = r.policy_id"
                      + " join customer c"
                      + " on c.controller_id = r.controller_id and c.id = r.customer_id"
                      + " left join standing t"
                      + " on t.controller_id = r.controller_id and t.customer_id = r.customer_id)",
                  words("customer_id policy_id roles terms restricted_at source recorded_at"),
                  OF_PERSON,
                  "customer_id, policy_id"),
              "customer_id",
              "policy_role",
              "policy_id",
              List.of("terms"),
              List.of("terms")),
          table(BANK_ACCOUNT, "bank_account", "id customer_id number source recorded_at", "number"),
          table(
              HEALTH_NOTE,
              "health_note",
              "id customer_id policy_id note source recorded_at",
              "note"),
          table(
              "correction",
              "correction",
              "id customer_id field value evidence proposed_by proposer_kind proposed_at state"
                  + " decided_by decided_at",
              "value evidence"),
          table(
              "caseText",
              "case_text",
              "id customer_id subject body written_by written_at",
              "subject body"));

  private RecordTables() {}

  /** The table of people's parts in policies. */
  public static SealedTable policyParts() {
    return ALL.stream()
        .filter(table -> table.itemClass().equals(POLICY_PART))
        .findFirst()
        .orElseThrow();
  }

  private static SealedTable table(String itemClass, String table, String columns, String sealed) {
    return table(itemClass, table, columns, sealed, "id", "id");
  }

  private static SealedTable table(
      String itemClass, String table, String columns, String sealed, String order, String row) {
    return new SealedTable(
        itemClass,
        new JsonRows(table, words(columns), OF_PERSON, order),
        "customer_id",
        table,
        row,
        words(sealed),
        List.of());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
