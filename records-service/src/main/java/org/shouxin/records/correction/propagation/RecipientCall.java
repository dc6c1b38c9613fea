package org.shouxin.records.correction.propagation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.ControllerId;

/** Has consent-service call a recipient's webhook; whatever goes wrong is tried again later. */
@ApplicationScoped
class RecipientCall {
  private static final Logger LOG = Logger.getLogger(RecipientCall.class);

  private final RecipientCallApi api;

  RecipientCall(@RestClient RecipientCallApi api) {
    this.api = api;
  }

  enum Outcome {
    TAKEN,
    NOT_TAKEN,
    /** The recipient fetches its notices by query. */
    NO_WEBHOOK
  }

  Outcome send(ControllerId controller, CorrectionNotice notice) {
    RecipientCallApi.Message message =
        new RecipientCallApi.Message(
            controller.value(),
            notice.id(),
            notice.customerId().value(),
            notice.field(),
            notice.correctedAt(),
            notice.dueAt());
    try {
      return Outcome.valueOf(api.send(notice.recipientId(), message).outcome());
    } catch (ProcessingException | WebApplicationException away) {
      LOG.infof("notice %s waits: %s", notice.id(), away.getClass().getSimpleName());
      return Outcome.NOT_TAKEN;
    }
  }
}
