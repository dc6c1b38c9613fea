package org.shouxin.records.disclosure;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Asks consent-service with the caller's own token, and for a partner with this service's beside
 * it. When it cannot be asked, nothing is allowed: the read fails with {@code SERVICE_UNAVAILABLE}.
 * No answer is ever kept (architecture promise 3).
 */
@ApplicationScoped
class ConsentClient {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ConsentApi api;
  private final JsonWebToken token;
  private final CurrentActor actor;
  private final OidcClient identity;
  private final TokensHelper own = new TokensHelper();

  ConsentClient(
      @RestClient ConsentApi api, JsonWebToken token, CurrentActor actor, OidcClient identity) {
    this.api = api;
    this.token = token;
    this.actor = actor;
    this.identity = identity;
  }

  /** One decision for all people; the answer names the same people in the same order. */
  ConsentApi.Decision decide(String purpose, List<ConsentApi.Person> people, List<String> fields) {
    ConsentApi.Question question = new ConsentApi.Question(purpose, people, fields);
    String service = serviceToken();
    ConsentApi.Decision decision = askTwice(() -> api.decide(bearer(), service, question));
    if (!answersTheQuestion(people, decision)) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE);
    }
    return decision;
  }

  /** A page of those who consented to the calling partner. */
  ConsentApi.Subjects subjects(String purpose, @Nullable CustomerId after, int first) {
    ConsentApi.SubjectsQuestion question =
        new ConsentApi.SubjectsQuestion(purpose, after == null ? null : after.toString(), first);
    return askTwice(() -> api.subjects(bearer(), question));
  }

  /** The children for whom the calling customer decides as guardian. */
  List<CustomerId> wards() {
    return askTwice(() -> api.wards(bearer())).stream()
        .map(ward -> CustomerId.parse(ward.customerId()))
        .toList();
  }

  private static boolean answersTheQuestion(
      List<ConsentApi.Person> asked, ConsentApi.Decision decision) {
    return asked.stream()
        .map(ConsentApi.Person::id)
        .toList()
        .equals(decision.people().stream().map(ConsentApi.Answer::id).toList());
  }

  /** A kept-alive connection may have died: one repeat, since asking changes nothing. */
  private static <T> T askTwice(Supplier<T> question) {
    try {
      return question.get();
    } catch (ProcessingException connection) {
      return ask(question);
    } catch (WebApplicationException unexpected) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, unexpected);
    }
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (ProcessingException | WebApplicationException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    }
  }

  /**
   * This service's own token, without which a partner's answer has no reasons; nobody else's answer
   * needs it.
   */
  private @Nullable String serviceToken() {
    if (actor.get().partnerId() == null) {
      return null;
    }
    try {
      return own.getTokens(identity).await().atMost(PATIENCE).getAccessToken();
    } catch (RuntimeException away) {
      throw new ProblemException(ProblemCode.SERVICE_UNAVAILABLE, null, away);
    }
  }

  private String bearer() {
    return "Bearer " + token.getRawToken();
  }
}
