package org.shouxin.consent.transferitem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouxin.platform.database.JsonRows;

/** The tables whose rows travel, by their item class, each after what it refers to. */
final class ItemTables {
  private static final String OF_PERSON = "t.customer_id = any(:people)";
  static final String CASES =
      "t.case_id in (select id from complaint where customer_id = any(:people)"
          + " union all select id from rights_request where customer_id = any(:people))";

  static final String CONSENT = "consentRecord";
  static final String STOP_ORDER = "stopOrder";
  static final String CLOCK = "dutyClockOpen";
  static final String CLOCK_EVENT = "dutyClockEvent";
  private static final String ORDER_COLUMNS =
      "id recipient_id recipient_uscc consent_record_id customer_id purpose ordered_at due_at"
          + " acknowledged_at";
  private static final String CONSENT_COLUMNS =
      "id customer_id purpose categories recipient_id recipient_uscc purpose_terms recipient_terms"
          + " notice_id notice_version language ui_text_sha256 separate state decided_at given_at"
          + " expires_at cooldown_until sequence last_hash live receipt decided_by decided_as";
  private static final String CLOCK_COLUMNS = "case_id code due_at look_again_at";
  private static final String EVENT_COLUMNS = "case_id code sequence kind at due_at detail";

  /** As they stand here: what is inserted into. */
  static final Map<String, JsonRows> ALL = all();

  /** Those that are given otherwise: the company is named by our register's word of it. */
  static final Map<String, JsonRows> GIVEN =
      Map.of(
          CONSENT,
          rows(withCompany("consent_record", CONSENT_COLUMNS), CONSENT_COLUMNS, OF_PERSON, "id"),
          STOP_ORDER,
          rows(withCompany("stop_order", ORDER_COLUMNS), ORDER_COLUMNS, OF_PERSON, "id"));

  /** Those that are read otherwise as they came: what became of them here is not the seller's. */
  static final Map<String, JsonRows> ARRIVED =
      Map.of(
          STOP_ORDER,
          rows(
              "(select controller_id, id, recipient_id, recipient_uscc, consent_record_id,"
                  + " customer_id, purpose, ordered_at, due_at,"
                  + " arrived_acknowledged_at as acknowledged_at"
                  + " from stop_order where arrived_from is not null)",
              ORDER_COLUMNS,
              OF_PERSON,
              "id"),
          CLOCK,
          rows("arrived_clock", CLOCK_COLUMNS, CASES, "case_id, code"),
          CLOCK_EVENT,
          rows(
              "(select e.* from duty_clock_event e where not exists (select 1 from arrived_clock a"
                  + " where a.controller_id = e.controller_id and a.case_id = e.case_id"
                  + " and a.code = e.code and a.received_at <= e.at))",
              EVENT_COLUMNS,
              CASES,
              "case_id, code, sequence"));

  /** Where clocks are noted as they come. */
  static final JsonRows NOTED_CLOCKS =
      rows("arrived_clock", CLOCK_COLUMNS + " received_at", CASES, "case_id, code");

  private ItemTables() {}

  private static Map<String, JsonRows> all() {
    Map<String, JsonRows> all = new LinkedHashMap<>();
    all.put(
        "notice",
        rows(
            "notice",
            "id version audience language title body content sha256 effective_from published_by"
                + " published_at",
            "exists (select 1 from consent_decision d where d.controller_id = t.controller_id"
                + " and d.customer_id = any(:people) and d.notice_id = t.id"
                + " and d.notice_version = t.version and d.language = t.language)"
                + " or exists (select 1 from notice_presentation p"
                + " where p.controller_id = t.controller_id and p.customer_id = any(:people)"
                + " and p.notice_id = t.id and p.notice_version = t.version"
                + " and p.language = t.language)",
            "id, version, language"));
    all.put(
        "noticePresentation",
        rows(
            "notice_presentation",
            "id customer_id notice_id notice_version language channel presented_by presented_at",
            OF_PERSON,
            "id"));
    all.put(CONSENT, rows("consent_record", CONSENT_COLUMNS, OF_PERSON, "id"));
    all.put(
        "consentDecision",
        rows(
            "consent_decision",
            "consent_record_id sequence customer_id state categories notice_id notice_version"
                + " language ui_text_sha256 separate actor_kind actor_id decided_at expires_at hash"
                + " previous_hash decided_as",
            OF_PERSON,
            "consent_record_id, sequence"));
    all.put(
        "receipt",
        rows(
            "receipt",
            "id consent_record_id sequence customer_id purpose purpose_terms recipient_id state"
                + " issued_at event_id document log_entry log_proof",
            OF_PERSON,
            "id"));
    all.put(STOP_ORDER, rows("stop_order", ORDER_COLUMNS, OF_PERSON, "id"));
    all.put(
        "childhood",
        rows("childhood", "customer_id fourteen_on reported_at", OF_PERSON, "customer_id"));
    all.put(
        "guardianship",
        rows(
            "guardianship",
            "id child_id guardian_id relation evidence evidence_sha256 verified_by verified_at"
                + " ends_on ended_by ended_at",
            "t.child_id = any(:people)",
            "id"));
    all.put(
        "complaint",
        rows("complaint", "id number customer_id text_id received_at channel", OF_PERSON, "id"));
    all.put(
        "complaintStep",
        rows(
            "complaint_step",
            "complaint_id sequence kind at employee_no text_id promise_id due_on",
            "t.complaint_id in (select id from complaint where customer_id = any(:people))",
            "complaint_id, sequence"));
    all.put(
        "rightsRequest",
        rows("rights_request", "id customer_id type text_id received_at", OF_PERSON, "id"));
    all.put(
        "rightsRequestStep",
        rows(
            "rights_request_step",
            "request_id sequence kind at actor_id reason_code text_id",
            "t.request_id in (select id from rights_request where customer_id = any(:people))",
            "request_id, sequence"));
    all.put(CLOCK_EVENT, rows("duty_clock_event", EVENT_COLUMNS, CASES, "case_id, code, sequence"));
    all.put(CLOCK, rows("duty_clock_open", CLOCK_COLUMNS, CASES, "case_id, code"));
    return all;
  }

  /** A table with the number of the company that our register has for its recipient. */
  private static String withCompany(String table, String columns) {
    return "(select g.controller_id, "
        + Arrays.stream(columns.split(" "))
            .map(column ->
                column.equals("recipient_uscc")
                    ? "coalesce(g.recipient_uscc, rc.uscc) as recipient_uscc"
                    : "g." + column)
            .collect(Collectors.joining(", "))
        + " from "
        + table
        + " g left join recipient rc"
        + " on rc.controller_id = g.controller_id and rc.id = g.recipient_id)";
  }

  private static JsonRows rows(String table, String columns, String people, String order) {
    return new JsonRows(table, List.of(columns.split(" ")), "(" + people + ")", order);
  }
}
