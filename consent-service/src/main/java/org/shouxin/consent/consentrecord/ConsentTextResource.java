package org.shouxin.consent.consentrecord;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.time.BusinessTime;

/** The exact texts that ask for a consent. */
@Path("/v1/consent-texts")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class ConsentTextResource {
  private final ConsentTexts texts;
  private final Purposes purposes;
  private final Recipients recipients;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  ConsentTextResource(
      ConsentTexts texts,
      Purposes purposes,
      Recipients recipients,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.texts = texts;
    this.purposes = purposes;
    this.recipients = recipients;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  public ConsentText get(
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("recipientId") @Nullable String recipientId,
      @QueryParam("language") @NotNull String language) {
    Language tongue = Language.of(language);
    return database.read(
        actor.get().controller(),
        handle -> {
          Purpose wanted = purposes.getUsable(handle, purpose, BusinessTime.today(clock));
          Recipient recipient =
              recipientId == null || recipientId.isBlank()
                  ? null
                  : recipients.get(handle, recipientId);
          return texts.get(handle, wanted, recipient, tongue, clock.instant());
        });
  }
}
