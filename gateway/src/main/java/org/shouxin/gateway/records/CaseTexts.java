package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Has what people write sealed in records-service under the person's own key; consent-service then
 * works with the id of the text and never sees it.
 */
@ApplicationScoped
public class CaseTexts {
  private final RecordsService records;

  @Inject
  CaseTexts(RecordsService records) {
    this.records = records;
  }

  /** Seals a text and returns its id. */
  public String seal(String customerId, @Nullable String subject, String body) {
    return records
        .ask(service -> service.seal(new RecordsEndpoint.Writing(customerId, subject, body)))
        .id();
  }

  /** Seals what a customer asked staff for, for those only who look after her. */
  public String sealIntake(String customerId, String body) {
    return records
        .ask(service -> service.sealIntake(new RecordsEndpoint.Writing(customerId, null, body)))
        .id();
  }
}
