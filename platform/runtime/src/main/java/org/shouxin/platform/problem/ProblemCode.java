package org.shouxin.platform.problem;

import java.util.Locale;

/**
 * Every error code of the product: HTTP status and title, in one place. A code never changes its
 * meaning and is documented under {@code docs/problems.md#<slug>}.
 */
public enum ProblemCode {
  // Identity and rights
  UNAUTHENTICATED(401, "A valid access token is required"),
  FORBIDDEN(403, "The caller's role does not allow this"),
  ACCOUNT_NOT_LINKED(403, "The account is not linked to a customer record"),
  CONTROLLER_UNKNOWN(403, "The token names no data controller"),
  SELF_APPROVAL(422, "Nobody approves their own request"),
  FOUR_EYES(403, "A second person has to take part"),
  APPROVAL_REQUIRED(403, "An approval is needed first"),
  GRANT_EXPIRED(403, "The grant has expired"),
  TRAINING_REQUIRED(403, "Training, test, agreement or pledge is missing"),
  TRAINING_TOO_FAST(422, "Less time was spent than the course takes"),
  UNDERTAKING_TEXT_MISMATCH(409, "The quoted digest is not of the text to sign"),
  POSITION_ENDED(403, "The position behind this right has ended"),
  RIGHT_SUSPENDED(403, "The right was revoked or not confirmed in the review"),
  BANNED_PERSON(409, "The person is on the ban register"),
  SUCCESSOR_REQUIRED(422, "A successor has to take over the customers"),
  ACCESS_BLOCKED(403, "Access is blocked until a reviewer has decided"),
  STEP_UP_REQUIRED(403, "A new sign-in is required first"),
  DAILY_LIMIT(429, "The limit of distinct customers is reached"),
  HOURLY_LIMIT(429, "The limit of distinct customers in an hour is reached"),
  PAGE_DEPTH_LIMIT(429, "The listing goes no deeper"),
  PEER_UNKNOWN(403, "The calling service shows no certificate of this cluster"),
  CROSS_SITE_REFUSED(403, "The request does not come from our own pages"),

  // Shape of a request
  REQUEST_MALFORMED(400, "The request cannot be read"),
  REQUEST_INVALID(400, "The request breaks a stated constraint"),
  FIELD_UNKNOWN(400, "The request has a field that does not exist"),
  BODY_TOO_LARGE(413, "The body is larger than allowed"),
  MEDIA_TYPE_UNSUPPORTED(415, "The media type is not supported"),
  NOT_ACCEPTABLE(406, "No acceptable media type"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  ID_MALFORMED(400, "An identifier is malformed"),
  CURSOR_MALFORMED(400, "The cursor is malformed or of another listing"),
  PAGE_SIZE_OUT_OF_RANGE(400, "The page size is outside 1 to 50"),
  LANGUAGE_UNSUPPORTED(400, "The language is not zh-CN or en"),
  BATCH_REFUSED(400, "One request at a time: arrays are refused"),
  QUERY_UNREADABLE(400, "The query has a syntax error"),
  QUERY_INVALID(400, "The query does not fit the schema"),
  VARIABLES_INVALID(400, "A variable does not fit its type"),
  INTROSPECTION_OFF(400, "Introspection is off here"),
  QUERY_TOO_LARGE(400, "The query is longer than allowed"),
  QUERY_TOO_MANY_ALIASES(400, "The query has more aliases than allowed"),
  QUERY_TOO_DEEP(400, "The query is nested too deeply"),
  QUERY_TOO_COSTLY(400, "The query costs more than allowed"),
  QUERY_NOT_TRUSTED(400, "Only trusted documents are served here"),
  RATE_LIMITED(429, "Too many requests"),
  NOT_AVAILABLE(501, "This operation is not offered yet"),

  // Purpose and permission
  PURPOSE_REQUIRED(400, "A purpose code is required"),
  PURPOSE_UNKNOWN(400, "The purpose code does not exist"),
  PURPOSE_NOT_APPROVED(403, "The purpose is not approved for use"),
  FIELD_NOT_PERMITTED(403, "The purpose does not include this field"),
  RESTRICTED(423, "Processing of this record is restricted"),
  RECIPIENT_INACTIVE(403, "The recipient or its agreement is not active"),
  PARTNER_SUSPENDED(403, "The partner is suspended"),

  // Notice and consent
  NOTICE_INCOMPLETE(422, "The notice lacks required items"),
  NOTICE_NOT_FOUND(404, "No such notice"),
  NOTICE_NOT_PRESENTED(409, "The notice has not been shown yet"),
  NOTICE_OUTDATED(409, "A newer version of the notice is in force"),
  NOTICE_IMMUTABLE(409, "A published notice cannot be changed"),
  CONSENT_TEXT_MISMATCH(409, "The quoted digest is not of the text in force"),
  CONSENT_NOT_FOUND(404, "No such consent record"),
  RECEIPT_NOT_FOUND(404, "No such receipt"),
  CONSENT_STATE_CONFLICT(409, "The consent record is not in a state that allows this"),
  CONSENT_COOLDOWN(409, "The customer refused recently and is not asked again"),
  CONSENT_NOT_ASKED(422, "This purpose does not rest on consent"),
  CONSENT_NOT_WITHDRAWABLE(409, "This purpose rests on law or contract and cannot be withdrawn"),
  CATEGORY_UNKNOWN(400, "The category does not exist or is not of this purpose"),
  SEPARATE_CONSENT_REQUIRED(422, "This purpose needs a separate consent"),
  BUNDLED_SEPARATE_CONSENT(422, "Separate consents cannot be bundled"),
  PRESELECTED_CONSENT(422, "A preselected choice is no consent"),
  GUARDIAN_REQUIRED(403, "A guardian has to decide"),
  IDEMPOTENCY_CONFLICT(409, "The idempotency key was used for another request"),
  RECIPIENT_UNKNOWN(404, "No such recipient"),
  RECIPIENT_INVALID(422, "The recipient's data break a rule"),
  AGREEMENT_INCOMPLETE(422, "The agreement lacks required clauses"),
  AGREEMENT_CHECK_INVALID(422, "The agreement check breaks a rule"),
  PIPIA_REQUIRED(422, "An impact assessment is required first"),

  // Cases of customers
  COMPLAINT_NOT_FOUND(404, "No such complaint"),
  COMPLAINT_SELF_HANDLING(403, "Somebody without a part in it handles a complaint"),
  COMPLAINT_NOT_ASSIGNED(409, "The complaint is not the caller's to handle"),
  RIGHTS_REQUEST_NOT_FOUND(404, "No such rights request"),
  RIGHTS_REQUEST_TYPE_UNKNOWN(400, "The type of request does not exist"),
  IDENTITY_UNCHECKED(409, "It is not on record yet who asks"),
  IDENTITY_PROOF_TOO_WEAK(422, "The check of identity is too weak for what is asked"),
  REFUSAL_UNREASONED(422, "A refusal needs a reason code and a text"),

  // Records
  CUSTOMER_NOT_FOUND(404, "No such customer"),
  FACTORS_TOO_FEW(400, "At least two matching factors are required"),
  FACTOR_INVALID(400, "A factor cannot be read"),
  VALUE_INVALID(422, "A value fails its validation rule"),
  REASON_TOO_SHORT(422, "The reason needs at least 10 characters"),
  GRANT_NOT_FOUND(404, "No such grant"),
  GRANT_STATE_CONFLICT(409, "The grant is not in a state that allows this"),
  CORRECTION_NOT_FOUND(404, "No such correction"),
  CORRECTION_STATE_CONFLICT(409, "The correction is not in a state that allows this"),
  CODE_WRONG(422, "The one-time code is wrong"),
  CODE_EXPIRED(403, "The one-time code is expired, used or tried too often"),
  GRADE_INVALID(422, "The grade breaks a rule of classification"),
  GRADE_PROPOSAL_NOT_FOUND(404, "No such proposal of a grade"),
  GRADE_STATE_CONFLICT(409, "The proposal was already decided"),
  CAMPAIGN_NOT_FOUND(404, "No such campaign or item"),
  CAMPAIGN_STATE_CONFLICT(409, "The campaign's item is not in a state that allows this"),
  CAMPAIGN_SCOPE_EMPTY(422, "No policy is in the scope of the letter"),
  EVIDENCE_REQUIRED(422, "This needs evidence or the customer's confirmation"),
  LINK_EXPIRED(403, "The link is expired or was used"),
  IMPORT_NOT_FOUND(404, "No such import"),
  IMPORT_RUNNING(409, "The same file is being imported"),
  IMPORT_UNREADABLE(422, "The file cannot be read as a book of business"),
  IMPORT_TOO_LARGE(413, "The file is larger than allowed"),
  EXPORT_NOT_FOUND(404, "No such export"),
  EXPORT_STATE_CONFLICT(409, "The export is not in a state that allows this"),
  EXPORT_TOO_LARGE(422, "The export has more people than the role may export"),
  EXPORT_KEY_INVALID(422, "The key is no public HPKE keyset"),
  KEY_DESTROYED(410, "The data key is destroyed"),

  // Transfer of the business
  TRANSFER_NOT_FOUND(404, "No such transfer"),
  DEAL_TYPE_UNKNOWN(400, "The deal type does not exist"),
  TRANSFER_SCOPE_UNKNOWN(400, "The scope cannot be read"),
  TRANSFER_GATE_UNKNOWN(400, "No such gate takes evidence"),
  TRANSFER_GATES_UNMET(409, "Gates of this stage are not met"),
  TRANSFER_STAGE_CONFLICT(409, "The transfer is not in a stage that allows this"),
  TRANSFER_NOTICE_INCOMPLETE(422, "The transfer notice lacks required items"),
  OBJECTION_TOO_LATE(409, "The time for objections has passed"),
  RECEIVER_KEY_WEAK(422, "A package cannot be sealed safely to this key"),
  RECEIVER_NAMED_ALREADY(409, "The receiver's keys are named already"),
  BACKUP_NOT_VERIFIED(422, "No verified backup that is young enough"),
  CUSTOMER_DEPARTED(410, "Another controller continues the duties for this person"),
  DOSSIER_NOT_ISSUED(404, "No dossier was issued yet"),
  PACKAGE_NOT_SEALED(409, "The package is not complete yet"),
  RETENTION_CLOCKS_UNKNOWN(409, "It is not known yet how long records of these people are kept"),
  PACKAGE_UNSIGNED(422, "The manifest is not signed by the key that was given"),
  PACKAGE_UNREADABLE(422, "The manifest cannot be read"),
  PACKAGE_OF_ANOTHER_TRANSFER(422, "A file or item belongs to another transfer"),
  PACKAGE_NOT_FOR_US(422, "A file does not open with the receiver's key"),
  PACKAGE_CHANGED(422, "A file or item is not what the manifest says"),
  PACKAGE_ITEM_MISSING(422, "An item of the manifest is missing"),
  PACKAGE_ITEM_DOUBLED(422, "An item occurs twice"),
  PACKAGE_COUNTS_DIFFER(422, "The counts of the manifest do not add up"),
  PACKAGE_ENTRY_UNPROVEN(422, "A log entry of the package does not stand in the seller's log"),
  PACKAGE_FILES_MISSING(409, "Files of the package have not arrived yet"),
  ARRIVAL_NOT_FOUND(404, "No such arrival"),
  RECEIPT_UNSIGNED(422, "The receipt is not signed by the named receiver"),
  RECEIPT_DIFFERS(409, "The receipt does not match the manifest"),
  DATA_ROOM_NOT_OPEN(403, "The data room is not open to the caller"),
  DATA_ROOM_TEXT_IDENTIFIES(422, "The text has the pattern of an identity or phone number"),

  // Audit
  EVENT_INVALID(422, "The audit event breaks the allow-list"),
  SOURCE_GAP(409, "The source's events have a gap"),
  SOURCE_CONFLICT(409, "The position holds another event"),
  EVENT_NOT_FOUND(404, "No such event"),
  PROOF_NOT_READY(404, "The event is not integrated yet"),
  TRACE_NOT_FOUND(404, "No such trace"),
  ALERT_NOT_FOUND(404, "No such alert"),
  ALERT_DECIDED(409, "The alert is decided already"),
  MONITOR_RULES_INVALID(422, "The rules have no sense"),
  MONITOR_RULES_NOT_FOUND(404, "No such version of the rules"),
  WHISTLE_NOT_READY(409, "Two handlers have to be named first"),
  WHISTLE_NOT_FOUND(404, "No report has this code"),
  WHISTLE_KEY_INVALID(422, "The handler's key is no public HPKE keyset"),
  AUDIT_UNAVAILABLE(503, "The audit path is not available"),

  // Incidents
  LEAK_REPORT_NOT_FOUND(404, "No such leak report"),
  INCIDENT_NOT_FOUND(404, "No such incident"),
  INCIDENT_SOURCE_UNKNOWN(422, "The incident's source does not exist"),
  INCIDENT_KNOWN_AT_INVALID(422, "The incident cannot have become known then"),
  INCIDENT_STATE_CONFLICT(409, "The incident is not in a state that allows this"),
  INCIDENT_LIST_UNKNOWN(404, "No such list of affected persons"),
  INCIDENT_LIST_NOT_FROZEN(409, "The list of affected persons is not frozen yet"),
  INCIDENT_NOTICE_INCOMPLETE(422, "The text lacks items that the law demands"),
  INCIDENT_TEXT_PERSONAL(422, "The text holds a person's number"),
  INCIDENT_MINORS_NOTICE(422, "Minors are affected: their guardians have to be told"),
  INCIDENT_REVIEW_INCOMPLETE(422, "The review does not explain every breach"),
  INCIDENT_NOT_CLOSABLE(409, "The incident cannot be closed yet"),
  HOLD_NOT_FOUND(404, "No such legal hold"),
  HOLD_SCOPE_INVALID(422, "The scope is not exactly what its kind needs"),
  HOLD_STATE_CONFLICT(409, "The hold is not in a state that allows this"),
  HOLD_REASON_PERSONAL(422, "The reason holds a person's number"),
  BACKUP_ACCESS_NOT_FOUND(404, "No such request to touch a backup"),
  BACKUP_ACCESS_CONFLICT(409, "The request to touch a backup does not allow this"),
  ERASURE_NOT_FOUND(404, "No such erasure request, or not assessed yet"),
  ERASURE_OUTDATED(409, "The records changed since the answer was prepared"),

  // Destruction
  DESTRUCTION_NOT_FOUND(404, "No such destruction"),
  DESTRUCTION_STATE_CONFLICT(409, "The destruction is not in a state that allows this"),
  DESTRUCTION_SCOPE_CHANGED(409, "The scope list is not the one that was named"),
  DESTRUCTION_SCOPE_INVALID(422, "The scope list cannot be destroyed like this"),
  DESTRUCTION_HELD(409, "A legal hold lies on what is to be destroyed"),
  WITNESS_MISSING(422, "A witness has to be present at the destruction"),
  WITNESS_MAY_SPEAK(409, "The named witness may still give the word"),
  DESTRUCTION_UNPROVEN(409, "The log does not tell of everything that the list names"),

  // Neighbours and faults
  NOT_FOUND(404, "Nothing here"),
  CONFLICT(409, "The state does not allow this"),
  OVERLOADED(503, "Too much work at once; retry later"),
  SERVICE_UNAVAILABLE(503, "A service behind this one is not available"),
  INTERNAL(500, "A fault on our side");

  /** Base of the stable type URIs of RFC 9457. */
  private static final String TYPE_BASE = "https://shouxin.org/problems/";

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Anchor in {@code docs/problems.md}, for example {@code purpose-required}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Stable type URI of RFC 9457. */
  public String type() {
    return TYPE_BASE + slug();
  }
}
