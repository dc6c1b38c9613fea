package org.shouxin.records.correction.propagation;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * Who was ever given a field of a person: the recipients of {@code data.provided} in this service's
 * own outbox, which is durable before a value leaves (promise 1).
 */
final class RecipientsOfField {
  private static final String PROVIDED =
      """
      select distinct body::jsonb ->> 'recipientId'
        from audit_outbox
       where body like '%"type":"data.provided"%'
         and body::jsonb ->> 'subjectRef' = :subject
         and controller_id = :controller
         and jsonb_exists(body::jsonb -> 'resource' -> 'fields', :field)
         and body::jsonb ->> 'recipientId' is not null
       order by 1\
      """;

  private RecipientsOfField() {}

  static List<String> list(
      Handle handle, ControllerId controller, CustomerId customer, String field) {
    return handle
        .createQuery(PROVIDED)
        .bind("subject", customer.toString())
        .bind("controller", controller)
        .bind("field", field)
        .mapTo(String.class)
        .list();
  }
}
