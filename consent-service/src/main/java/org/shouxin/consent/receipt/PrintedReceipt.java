package org.shouxin.consent.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.notice.NoticeText;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.platform.document.PrintedDocument;
import org.shouxin.platform.document.PrintedDocument.Fact;
import org.shouxin.platform.document.PrintedDocument.Part;
import org.shouxin.platform.time.BusinessTime;

/**
 * A receipt as a person reads it: what was signed, in the reader's language. Where that is not the
 * language of the decision, purpose and notice of the same versions give the words, and the page
 * says that it is a translation.
 *
 * @param signed the receipt as issued
 * @param purpose in the terms that were decided about
 * @param told the notice shown, in the reader's language or else as it was shown
 */
record PrintedReceipt(
    IssuedReceipt receipt,
    JsonNode signed,
    LogAnswer log,
    Purpose purpose,
    NoticeText told,
    Language language) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  PrintedDocument document() {
    String lead = say(Label.LEAD) + (translated() ? "\n" + say(Label.TRANSLATED) : "");
    return new PrintedDocument(
        Locale.forLanguageTag(language.tag()),
        say(Label.TITLE),
        lead,
        List.of(
            new Part.Heading(say(Label.DECISION)),
            new Part.Facts(decision()),
            new Part.Heading(say(Label.PROCESSING)),
            new Part.Facts(processing()),
            new Part.Heading(say(Label.RIGHTS)),
            new Part.Facts(rights()),
            new Part.Heading(say(Label.PROOF)),
            new Part.Facts(proof()),
            new Part.SmallPrint(say(Label.VERIFY))),
        say(Label.RECEIPT) + " " + receipt.id());
  }

  private List<Fact> decision() {
    boolean separate = signed.at("/processing/0/separate_consent").asBoolean();
    String decided = say(Label.ofState(receipt.state())) + (separate ? say(Label.SEPARATE) : "");
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Label.DECIDED, decided));
    facts.add(fact(Label.PERSON, receipt.customer().toString()));
    String guardian = signed.at("/processing/0/guardian_ref").asText();
    if (!guardian.isEmpty()) {
      facts.add(fact(Label.GUARDIAN, guardian));
    }
    facts.add(fact(Label.AT, TIME.format(at(signed.at("/events/0/event_time").asText()))));
    facts.add(fact(Label.UNTIL, until()));
    String cooldown = signed.at("/events/0/cooldown_until").asText();
    if (!cooldown.isEmpty()) {
      facts.add(fact(Label.COOLDOWN, TIME.format(at(cooldown))));
    }
    return facts;
  }

  private List<Fact> processing() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Label.CONTROLLER, signed.at("/parties/0/party_name").asText()));
    facts.add(fact(Label.CONTACT, signed.at("/parties/0/party_contact").asText()));
    facts.add(
        fact(Label.PURPOSE, words("purpose", purpose.code() + " " + purpose.words().in(language))));
    facts.add(fact(Label.CATEGORIES, categories()));
    facts.add(fact(Label.METHOD, words("processing_method", purpose.method().in(language))));
    JsonNode recipient = signed.at("/parties/1");
    facts.add(
        fact(
            Label.RECIPIENT,
            recipient.isMissingNode()
                ? say(Label.NOBODY)
                : recipient.path("party_name").asText()
                    + "\n"
                    + recipient.path("party_address").asText()
                    + "\n"
                    + recipient.path("party_contact").asText()));
    facts.add(fact(Label.RETENTION, words("retention_period", purpose.retention().in(language))));
    facts.add(fact(Label.STORAGE, given(told.storage())));
    facts.add(fact(Label.LAW, signed.at("/processing/0/legal_source").asText()));
    return facts;
  }

  private List<Fact> rights() {
    NoticeText.Rights rights = told.rights();
    NoticeText.Complaint complaint = told.complaint();
    return List.of(
        fact(Label.WITHDRAW, rights == null ? "" : given(rights.withdraw())),
        fact(Label.EFFECT, purpose.withdrawalEffect().in(language)),
        fact(
            Label.COMPLAIN,
            complaint == null
                ? ""
                : given(complaint.channel()) + "\n" + given(complaint.promise())),
        fact(Label.AUTHORITY, complaint == null ? "" : given(complaint.authority())));
  }

  private List<Fact> proof() {
    String notice = signed.at("/processing/0/privacy_notice").asText();
    return List.of(
        fact(Label.RECEIPT, receipt.id().toString()),
        fact(Label.RECORD, receipt.consentRecordId().toString()),
        fact(
            Label.NOTICE,
            say(Label.NOTICE_VERSION)
                .formatted(
                    notice.substring(notice.lastIndexOf('/') + 1),
                    signed.at("/processing/0/notice_sha256").asText())),
        fact(Label.LOG, inLog()));
  }

  private String inLog() {
    return switch (log) {
      case LogAnswer.Integrated(LogProof proof) ->
          say(Label.INTEGRATED).formatted(proof.index(), receipt.eventId());
      case LogAnswer.Pending _ -> say(Label.PENDING);
      case LogAnswer.Unavailable _ -> say(Label.UNAVAILABLE);
    };
  }

  private String until() {
    Period validity = Period.parse(signed.at("/events/0/validity_duration").asText());
    return validity.isZero()
        ? say(Label.NOT_VALID)
        : TIME.format(at(signed.at("/events/0/event_time").asText()).plus(validity));
  }

  private String categories() {
    return StreamSupport.stream(signed.at("/processing/0/pii_information").spliterator(), false)
        .map(pii -> Category.valueOf(pii.path("pii_attribute_id").asText()))
        .map(category ->
            category.words().in(language) + (category.sensitive() ? say(Label.SENSITIVE) : ""))
        .collect(Collectors.joining(language == Language.ZH_CN ? "、" : ", "));
  }

  /** As signed, or in the reader's language where that is another. */
  private String words(String member, String translation) {
    return translated() ? translation : signed.at("/processing/0/" + member).asText();
  }

  private boolean translated() {
    return !signed.at("/processing/0/language").asText().equals(language.tag());
  }

  private Fact fact(Label name, String value) {
    return new Fact(say(name), value);
  }

  private String say(Label label) {
    return label.in(language);
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ZonedDateTime at(String instant) {
    return Instant.parse(instant).atZone(BusinessTime.ZONE);
  }
}
