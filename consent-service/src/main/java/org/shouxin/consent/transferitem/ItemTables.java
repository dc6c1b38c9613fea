package org.shouxin.consent.transferitem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.JsonRows;

/** The tables whose rows travel, by their item class, each after what it refers to. */
final class ItemTables {
  private static final String OF_PERSON = "t.customer_id = any(:people)";
  static final String CASES =
      "t.case_id in (select id from complaint where customer_id = any(:people)"
          + " union all select id from rights_request where customer_id = any(:people))";

  static final String STOP_ORDER = "stopOrder";
  private static final String ORDER_COLUMNS =
      "id recipient_id consent_record_id customer_id purpose ordered_at due_at acknowledged_at";

  static final Map<String, JsonRows> ALL = all();

  /** Stop orders as they came; what was acknowledged here since is not what the seller said. */
  static final JsonRows ARRIVED_STOP_ORDERS =
      rows(
          "(select controller_id, id, recipient_id, consent_record_id, customer_id, purpose,"
              + " ordered_at, due_at, arrived_acknowledged_at as acknowledged_at"
              + " from stop_order where arrived_from is not null)",
          ORDER_COLUMNS,
          OF_PERSON,
          "id");

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
    all.put(
        "consentRecord",
        rows(
            "consent_record",
            "id customer_id purpose categories recipient_id purpose_terms recipient_terms notice_id"
                + " notice_version language ui_text_sha256 separate state decided_at given_at"
                + " expires_at cooldown_until sequence last_hash live receipt decided_by"
                + " decided_as",
            OF_PERSON,
            "id"));
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
    all.put(
        "dutyClockEvent",
        rows(
            "duty_clock_event",
            "case_id code sequence kind at due_at detail",
            CASES,
            "case_id, code, sequence"));
    all.put(
        "dutyClockOpen",
        rows("duty_clock_open", "case_id code due_at look_again_at", CASES, "case_id, code"));
    return all;
  }

  private static JsonRows rows(String table, String columns, String people, String order) {
    return new JsonRows(table, List.of(columns.split(" ")), "(" + people + ")", order);
  }
}
