package org.shouxin.audit.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.problem.ProblemMappers;

/**
 * The hot path of {@code POST /v1/events}: no thread waits for the commit, and nothing stands
 * between the request and the sequencer that this one operation does not need. A request that is
 * not a JSON body of announced length goes on to {@link EventsResource} untouched.
 */
@ApplicationScoped
class EventsRoute {
  /** After authentication (-200), before JAX-RS. */
  private static final int ORDER = -150;

  /** So many events are checked on the event loop; more would hold up other requests. */
  private static final int FEW = 8;

  private static final String JSON = "application/json";

  private final Intake intake;
  private final Sequencer sequencer;
  private final IdentityProviderManager identities;
  private final ObjectMapper json;
  private final Validator validator;
  private final ProblemMappers problems = new ProblemMappers();
  private final ExecutorService threads;
  private final long most;

  @Inject
  EventsRoute(
      Intake intake,
      Sequencer sequencer,
      IdentityProviderManager identities,
      ObjectMapper json,
      Validator validator,
      @VirtualThreads ExecutorService threads,
      @ConfigProperty(name = "shouxin.http.json-limit") MemorySize most) {
    this.intake = intake;
    this.sequencer = sequencer;
    this.identities = identities;
    this.json = json;
    this.validator = validator;
    this.threads = threads;
    this.most = most.asLongValue();
  }

  void register(@Observes Router router) {
    router.post("/v1/events").order(ORDER).handler(this::take);
  }

  private void take(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!isExpected(request)) {
      routing.next();
      return;
    }
    request.pause();
    QuarkusHttpUser.getSecurityIdentity(routing, identities)
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                refuse(routing, new ProblemException(ProblemCode.UNAUTHENTICATED));
              } else if (!identity.hasRole(Role.Names.SERVICE)) {
                refuse(routing, new ProblemException(ProblemCode.FORBIDDEN));
              } else {
                read(routing, identity);
              }
            },
            failure -> refuse(routing, failure));
  }

  private boolean isExpected(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return type != null
        && length != null
        && (type.equals(JSON) || type.startsWith(JSON + ";"))
        && length.length() < 10
        && Long.parseLong(length) <= most;
  }

  private void read(RoutingContext routing, SecurityIdentity identity) {
    routing
        .request()
        .body()
        .onSuccess(body -> parse(routing, identity, body))
        .onFailure(gone -> routing.response().reset());
    routing.request().resume();
  }

  private void parse(RoutingContext routing, SecurityIdentity identity, Buffer body) {
    try {
      ReportedBatch batch = json.readValue(body.getBytes(), ReportedBatch.class);
      if (batch == null || !batch.constraintsHold()) {
        throw batch == null
            ? new ProblemException(ProblemCode.REQUEST_MALFORMED)
            : new ConstraintViolationException(validator.validate(batch));
      }
      Context loop = routing.vertx().getOrCreateContext();
      if (batch.events().size() <= FEW) {
        submit(routing, loop, identity, batch);
      } else {
        threads.execute(() -> submit(routing, loop, identity, batch));
      }
    } catch (IOException | RuntimeException failure) {
      refuse(routing, failure);
    }
  }

  private void submit(
      RoutingContext routing, Context loop, SecurityIdentity identity, ReportedBatch batch) {
    try {
      Submission submission = intake.prepare(CurrentActor.of(identity), batch);
      sequencer
          .submit(submission)
          .whenComplete((next, failure) ->
              loop.runOnContext(_ -> answer(routing, submission, next, failure)));
    } catch (RuntimeException failure) {
      loop.runOnContext(_ -> refuse(routing, failure));
    }
  }

  private void answer(
      RoutingContext routing,
      Submission submission,
      @Nullable Long next,
      @Nullable Throwable failure) {
    if (next != null) {
      send(routing, 200, JSON, Buffer.buffer("{\"nextPosition\":" + next + "}"));
      return;
    }
    ProblemException problem = Sequencer.refusal(failure);
    intake.refused(submission, problem);
    refuse(routing, problem);
  }

  private void refuse(RoutingContext routing, Throwable failure) {
    Response problem = problems.answer(failure);
    HttpServerResponse response = routing.response();
    if (response.ended() || response.closed()) {
      return;
    }
    problem.getStringHeaders().forEach(response::putHeader);
    try {
      Buffer body = Buffer.buffer(json.writeValueAsBytes(problem.getEntity()));
      send(routing, problem.getStatus(), "application/problem+json", body);
    } catch (IOException unwritable) {
      throw new IllegalStateException("a problem cannot be written", unwritable);
    }
  }

  private static void send(RoutingContext routing, int status, String type, Buffer body) {
    HttpServerResponse response = routing.response();
    // What was not read of a refused request is thrown away, so that the connection can go on.
    routing.request().resume();
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
    }
  }
}
