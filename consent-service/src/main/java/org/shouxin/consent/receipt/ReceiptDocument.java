package org.shouxin.consent.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentRecord;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.notice.PrivacyNotice;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.CustomerId;

/**
 * The content of a receipt: the four sections of ISO/IEC TS 27560:2023 with our profile's
 * additions, as JSON-LD with W3C DPV terms (law.md B9). Contract: {@code
 * contracts/consent-receipt.schema.json}.
 *
 * @param guardian who decided for a child under 14, null when the person decided herself
 * @param previousHash hash of the decision before, null for the first
 */
record ReceiptDocument(
    UUID receiptId,
    ConsentRecord record,
    Purpose purpose,
    @Nullable Recipient recipient,
    PrivacyNotice notice,
    NoticeText told,
    @Nullable CustomerId guardian,
    @Nullable String previousHash,
    Instant decidedAt) {

  /** The document without its proof, in the order of the standard. */
  Map<String, Object> toJsonLd() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context());
    document.put("@type", "ConsentReceipt");
    document.put("schema_version", "ISO/IEC TS 27560:2023");
    document.put("receipt_id", receiptId.toString());
    document.put("record_id", record.id().toString());
    document.put("pii_principal_id", record.customer().toString());
    document.put("processing", List.of(processing()));
    document.put("parties", parties());
    document.put("events", List.of(event()));
    return document;
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@vocab", "https://shouxin.org/ns/consent-receipt#");
    context.put("dpv", "https://w3id.org/dpv#");
    context.put("purpose_type", Map.of("@type", "@id"));
    context.put("event_state", Map.of("@type", "@vocab"));
    return context;
  }

  private Map<String, Object> processing() {
    Language language = record.language();
    NoticeText.Rights rights = told.rights();
    Map<String, Object> processing = new LinkedHashMap<>();
    processing.put(
        "privacy_notice", "/v1/notices/" + notice.id() + "/versions/" + notice.version());
    processing.put("notice_sha256", notice.sha256());
    processing.put("language", language.tag());
    processing.put("purpose", purpose.code() + " " + purpose.words().in(language));
    if (purpose.dpvIri() != null) {
      processing.put("purpose_type", purpose.dpvIri());
    }
    processing.put("lawful_basis", purpose.basis().code());
    processing.put("legal_source", purpose.article());
    processing.put("pii_information", pii(language));
    processing.put("pii_controllers", List.of(record.controller().value()));
    processing.put("collection_method", language == Language.ZH_CN ? "由本人提供" : "from the person");
    processing.put("processing_method", purpose.method().in(language));
    processing.put("storage_locations", List.of(String.valueOf(told.storage())));
    processing.put("retention_period", purpose.retention().in(language));
    processing.put("jurisdiction", "CN");
    processing.put(
        "recipient_third_parties", recipient == null ? List.of() : List.of(recipient.id()));
    processing.put("withdrawal_method", rights == null ? "" : String.valueOf(rights.withdraw()));
    processing.put(
        "privacy_rights",
        List.of("dpv:DataSubjectRight", "CN-PIPL-44", "CN-PIPL-45", "CN-PIPL-46", "CN-PIPL-47"));
    String assessment =
        recipient == null ? purpose.pipiaReference() : recipient.pipia().reference();
    if (assessment != null) {
      processing.put("impact_assessment", assessment);
    }
    processing.put("separate_consent", record.separate());
    processing.put("ui_text_sha256", record.uiTextSha256());
    if (guardian != null) {
      processing.put("guardian_ref", guardian.toString());
    }
    return processing;
  }

  private List<Map<String, Object>> pii(Language language) {
    return record.categories().stream().sorted().map(category -> pii(category, language)).toList();
  }

  private static Map<String, Object> pii(Category category, Language language) {
    Map<String, Object> pii = new LinkedHashMap<>();
    pii.put("pii_type", category.words().in(language));
    pii.put("pii_attribute_id", category.name());
    pii.put("sensitive_pii_category", category.sensitive());
    return pii;
  }

  private List<Map<String, Object>> parties() {
    NoticeText.Processor processor = told.processor();
    List<Map<String, Object>> parties = new ArrayList<>();
    String contact = processor == null ? "" : String.valueOf(processor.contact());
    parties.add(
        party(
            record.controller().value(),
            processor == null ? "" : String.valueOf(processor.name()),
            contact,
            contact,
            "dpv:DataController"));
    if (recipient != null) {
      parties.add(
          party(
              recipient.id(),
              recipient.name(),
              recipient.address(),
              recipient.contact().email(),
              "dpv:ThirdParty"));
    }
    return parties;
  }

  private static Map<String, Object> party(
      String id, String name, String address, String contact, String type) {
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("party_id", id);
    party.put("party_name", name);
    party.put("party_address", address);
    party.put("party_contact", contact);
    party.put("party_type", type);
    return party;
  }

  private Map<String, Object> event() {
    ConsentState state = record.state();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_time", decidedAt.toString());
    event.put(
        "validity_duration",
        state instanceof ConsentState.Given
            ? "P" + purpose.consentPeriod().toTotalMonths() + "M"
            : "P0D");
    event.put("entity_id", record.customer().toString());
    event.put(
        "event_type",
        record.separate() ? "dpv:ExplicitlyExpressedConsent" : "dpv:ExpressedConsent");
    event.put("event_state", state.dpv());
    event.put("sequence", record.sequence());
    event.put("event_hash", String.valueOf(record.lastHash()));
    if (previousHash != null) {
      event.put("prev_event_hash", previousHash);
    }
    if (state instanceof ConsentState.Refused refused) {
      event.put("cooldown_until", refused.cooldownUntil().toString());
    }
    return event;
  }
}
