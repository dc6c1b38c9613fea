package org.shouxin.audit.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a record is, the class of DR-09 it falls into, and what its period starts with. */
public enum RecordKind {
  /** A contract with its business file; at most a year is short (RT-01), all else long (RT-02). */
  POLICY("CONTRACT_ENDED", "保单及其业务档案", "policy and its business file"),
  /** The person's identity data; RT-03 besides once she stands in a policy. */
  IDENTITY("LAST_CONTACT", "身份和联系资料", "identity and contact data"),
  /** Health data: with the policy's file, or without a contract (RT-18). */
  HEALTH_NOTE("DECISION", "健康告知", "health declaration"),
  /** Consent, withdrawal and what was shown. */
  CONSENT("PROCESSING_ENDED", "同意和撤回的记录", "record of consent and withdrawal"),
  /** A rights request. */
  RIGHTS_REQUEST("CLOSED", "权利请求", "rights request"),
  /** A complaint. */
  COMPLAINT("CLOSED", "投诉", "complaint"),
  /** An incident's file; of nobody in particular. */
  INCIDENT("CLOSED", "安全事件档案", "incident file"),
  /**
   * An employee's report in confidence, with what was written about it; of nobody in particular.
   */
  WHISTLE_REPORT("CLOSED", "内部举报材料", "report of an employee");

  private final String startEvent;
  private final String zh;
  private final String en;

  RecordKind(String startEvent, String zh, String en) {
    this.startEvent = startEvent;
    this.zh = zh;
    this.en = en;
  }

  String startEvent() {
    return startEvent;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  /**
   * The class of a record.
   *
   * @param beganOn first day of the contract
   * @param startsOn day of the start event, also when it is still to come
   */
  String classOf(@Nullable LocalDate beganOn, @Nullable LocalDate startsOn) {
    return switch (this) {
      case POLICY -> isShort(beganOn, startsOn) ? "RT-01" : "RT-02";
      case IDENTITY -> "RT-15";
      case HEALTH_NOTE ->
          beganOn == null ? "RT-18" : isShort(beganOn, startsOn) ? "RT-01" : "RT-02";
      case CONSENT -> "RT-06";
      case RIGHTS_REQUEST -> "RT-09";
      case COMPLAINT -> "RT-10";
      case INCIDENT, WHISTLE_REPORT -> "RT-11";
    };
  }

  private static boolean isShort(@Nullable LocalDate beganOn, @Nullable LocalDate endsOn) {
    return beganOn != null && endsOn != null && !endsOn.isAfter(beganOn.plusYears(1));
  }
}
