package org.shouxin.gateway.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The endpoint {@code /graphql}: GraphQL over HTTP as its specification says, before and instead of
 * the route of SmallRye GraphQL. The order of the checks is the order of {@link #receive} and
 * {@link #answer}.
 */
@ApplicationScoped
class GraphQlRoute {
  /** After authentication (-200), before whatever SmallRye GraphQL registers (-99 and up). */
  private static final int ORDER = -150;

  private static final Set<String> COMPRESSED =
      Set.of(MediaType.GRAPHQL_RESPONSE.label(), MediaType.JSON.label());

  private final GraphQlLimits limits;
  private final Guard guard;
  private final Execution execution;
  private final TrustedDocuments trusted;
  private final CallRate rate;
  private final BlockedCallers blocked;
  private final IdentityProviderManager identities;
  private final ObjectMapper json;
  private final ExecutorService threads;

  @Inject
  GraphQlRoute(
      GraphQlLimits limits,
      Guard guard,
      Execution execution,
      TrustedDocuments trusted,
      CallRate rate,
      BlockedCallers blocked,
      IdentityProviderManager identities,
      ObjectMapper json,
      @VirtualThreads ExecutorService threads) {
    this.limits = limits;
    this.guard = guard;
    this.execution = execution;
    this.trusted = trusted;
    this.rate = rate;
    this.blocked = blocked;
    this.identities = identities;
    this.json = json;
    this.threads = threads;
  }

  void register(@Observes Router router) {
    router
        .route("/graphql")
        .order(ORDER)
        .handler(BodyHandler.create(false).setBodyLimit(limits.maxBodyBytes()))
        .handler(this::receive)
        .failureHandler(this::fail);
    router
        .route("/graphql/*")
        .order(ORDER + 1)
        .handler(routing -> refuse(routing, MediaType.JSON, ProblemCode.NOT_FOUND));
  }

  private void receive(RoutingContext routing) {
    var accepted = MediaType.accepted(routing.parsedHeaders().accept());
    if (accepted.isEmpty()) {
      refuse(routing, MediaType.JSON, ProblemCode.NOT_ACCEPTABLE);
      return;
    }
    MediaType media = accepted.get();
    switch (routing.request().method().name()) {
      case "GET", "POST" -> authenticate(routing, media);
      case "OPTIONS" ->
          routing.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, "GET, POST").end();
      default -> refuse(routing, media, ProblemCode.METHOD_NOT_ALLOWED);
    }
  }

  private void authenticate(RoutingContext routing, MediaType media) {
    QuarkusHttpUser.getSecurityIdentity(routing, identities)
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                refuse(routing, media, ProblemCode.UNAUTHENTICATED);
              } else {
                threads.execute(() -> answer(routing, media, identity));
              }
            },
            failure -> notSignedIn(routing, media, failure));
  }

  private void answer(RoutingContext routing, MediaType media, SecurityIdentity identity) {
    boolean get = routing.request().method().name().equals("GET");
    try {
      OriginCheck.of(routing.request()).requireOwnSite();
      Duration wait = rate.take(identity, blocked.isUnusual(identity));
      if (!wait.isZero()) {
        routing.response().putHeader("Retry-After", CallRate.retryAfter(wait));
        refuse(routing, media, ProblemCode.RATE_LIMITED);
        return;
      }
      blocked.requireNot(identity);
      GraphQlRequest asked = get ? parameters(routing.request()) : body(routing);
      GraphQlRequest request = trusted.resolve(asked, identity.hasRole(Role.Names.PARTNER));
      guard.admit(request, get);
      execution.run(
          request,
          routing,
          identity,
          result -> {
            boolean ran = result.isDataPresent();
            send(routing, media, ran || media == MediaType.JSON ? 200 : 400, Answers.of(result));
          });
    } catch (ProblemException problem) {
      refuse(routing, media, problem);
    } catch (RuntimeException fault) {
      send(routing, media, 500, Answers.fault(fault));
    }
  }

  private static GraphQlRequest body(RoutingContext routing) {
    if (!MediaType.isJson(routing.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      throw new ProblemException(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
    }
    String body = routing.body().asString("UTF-8");
    if (body == null || body.isBlank()) {
      throw new ProblemException(ProblemCode.REQUEST_MALFORMED, "the body is empty");
    }
    return GraphQlRequest.ofBody(body);
  }

  private static GraphQlRequest parameters(HttpServerRequest request) {
    return GraphQlRequest.ofParameters(
        request.getParam("query"),
        request.getParam("documentId"),
        request.getParam("operationName"),
        request.getParam("variables"),
        request.getParam("extensions"));
  }

  private void fail(RoutingContext routing) {
    Throwable cause = routing.failure();
    if (routing.statusCode() == 413) {
      refuse(routing, MediaType.JSON, ProblemCode.BODY_TOO_LARGE);
    } else {
      notSignedIn(
          routing, MediaType.JSON, cause == null ? new IllegalStateException("no route") : cause);
    }
  }

  private void notSignedIn(RoutingContext routing, MediaType media, Throwable cause) {
    switch (cause) {
      case AuthenticationException refused -> refuse(routing, media, ProblemCode.UNAUTHENTICATED);
      case OIDCException unreachable -> refuse(routing, media, ProblemCode.SERVICE_UNAVAILABLE);
      default -> {
        if (!routing.response().ended()) {
          send(routing, media, 500, Answers.fault(cause));
        }
      }
    }
  }

  private void refuse(RoutingContext routing, MediaType media, ProblemCode code) {
    refuse(routing, media, new ProblemException(code));
  }

  private void refuse(RoutingContext routing, MediaType media, ProblemException problem) {
    HttpServerResponse response = routing.response();
    if (response.ended() || response.closed()) {
      return; // Both the authenticator and the route may report one failure.
    }
    switch (problem.code()) {
      case UNAUTHENTICATED -> response.putHeader("WWW-Authenticate", CHALLENGES);
      case METHOD_NOT_ALLOWED -> response.putHeader(HttpHeaders.ALLOW, "GET, POST");
      case SERVICE_UNAVAILABLE -> response.putHeader("Retry-After", "1");
      default -> {}
    }
    int status =
        WELL_FORMED.contains(problem.code()) && media == MediaType.JSON
            ? 200
            : problem.code().status();
    send(routing, media, status, Answers.of(problem));
  }

  private static final String CHALLENGES =
      "Bearer realm=\"shouxin\", DPoP algs=\"ES256 PS256 EdDSA\"";

  /** Refusals of a well-formed request: 200 for those who want the older media type. */
  private static final Set<ProblemCode> WELL_FORMED =
      Set.of(
          ProblemCode.QUERY_UNREADABLE,
          ProblemCode.QUERY_TOO_LARGE,
          ProblemCode.QUERY_TOO_DEEP,
          ProblemCode.QUERY_TOO_COSTLY,
          ProblemCode.QUERY_TOO_MANY_ALIASES,
          ProblemCode.QUERY_INVALID,
          ProblemCode.VARIABLES_INVALID,
          ProblemCode.QUERY_NOT_TRUSTED,
          ProblemCode.INTROSPECTION_OFF,
          ProblemCode.PAGE_SIZE_OUT_OF_RANGE,
          ProblemCode.PURPOSE_REQUIRED);

  private void send(
      RoutingContext routing, MediaType media, int status, Map<String, Object> answer) {
    HttpServerResponse response = routing.response();
    if (response.ended() || response.closed()) {
      return; // The caller has gone.
    }
    Buffer body;
    try {
      body = Buffer.buffer(json.writeValueAsBytes(answer));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("an answer cannot be written", unwritable);
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, media.header())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    HttpCompressionHandler.compressIfNeeded(routing, COMPRESSED);
    response.end(body);
  }
}
