package org.shouxin.records.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PdfDocuments;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Copies of a person's data (PIPL art. 45, R-CP-02). A copy is a read like any other: the same
 * decisions, masks and events as when the person looks at her record.
 */
@ApplicationScoped
class DataCopies {
  /** Who she is held to be. */
  private static final String IDENTIFYING = "P-01";

  /** Which policies she has. */
  private static final String SERVING = "P-04";

  private static final Set<ServedField> POLICIES = EnumSet.of(ServedField.POLICIES);
  private static final Set<ServedField> PERSON = EnumSet.complementOf(EnumSet.copyOf(POLICIES));

  private final CustomerSearch search;
  private final ObjectMapper json;
  private final Clock clock;

  DataCopies(CustomerSearch search, ObjectMapper json, Clock clock) {
    this.search = search;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Makes a copy.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} for the unknown and the not permitted alike
   */
  DataCopy make(Actor actor, CustomerId customer, CopyForm form, Locale language) {
    CustomerView person =
        read(actor, customer, IDENTIFYING, PERSON, language)
            .orElseThrow(() -> new ProblemException(ProblemCode.CUSTOMER_NOT_FOUND));
    Optional<CustomerView> policies = read(actor, customer, SERVING, POLICIES, language);
    CopiedData copied =
        new CopiedData(clock.instant().truncatedTo(ChronoUnit.SECONDS), together(person, policies));
    return new DataCopy(
        form.mediaType(),
        switch (form) {
          case FILE -> file(copied);
          case DOCUMENT ->
              PdfDocuments.write(
                  new CopyDocument(DocumentWords.in(CopyDocument.class, "copy", language))
                      .of(copied));
        });
  }

  private Optional<CustomerView> read(
      Actor actor, CustomerId customer, String purpose, Set<ServedField> fields, Locale language) {
    Disclosure.Inquiry inquiry =
        new Disclosure.Inquiry(
            actor,
            purpose,
            fields,
            language.getLanguage().equals("en"),
            new AuditEvent.LookupRef("id", null, null, null, null),
            false);
    return search.byIds(inquiry, List.of(customer)).customers().stream().findFirst();
  }

  /** Policies that may not be shown are named as withheld, like any other field. */
  private static CustomerView together(CustomerView person, Optional<CustomerView> policies) {
    List<String> withheld = new ArrayList<>(person.withheld());
    policies.map(CustomerView::withheld).orElse(ServedField.names(POLICIES)).stream()
        .filter(field -> !withheld.contains(field))
        .forEach(withheld::add);
    @Nullable List<CustomerView.PolicyView> held =
        policies.map(CustomerView::policies).orElse(null);
    return new CustomerView(
        person.id(),
        person.name(),
        person.idType(),
        person.idNumber(),
        person.gender(),
        person.birthDate(),
        person.mobile(),
        person.email(),
        person.address(),
        held,
        withheld,
        person.decision());
  }

  private byte[] file(CopiedData copied) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copied);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a copy in memory cannot be written", impossible);
    }
  }
}
