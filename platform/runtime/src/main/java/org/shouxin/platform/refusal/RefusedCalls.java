package org.shouxin.platform.refusal;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;

/**
 * A call that is refused for who the caller is leaves an {@code access.denied} with the caller, the
 * operation and the code, before the answer leaves (R-AC-01, R-AC-02). Further ones of the same
 * caller, operation and code within a minute are told by their number ({@link Bouts}).
 */
final class RefusedCalls {
  private static final Logger LOG = Logger.getLogger(RefusedCalls.class);

  private static final Set<String> RECORDED =
      Set.of(
          ProblemCode.FORBIDDEN.name(),
          ProblemCode.CONTROLLER_UNKNOWN.name(),
          ProblemCode.SELF_APPROVAL.name(),
          ProblemCode.COMPLAINT_SELF_HANDLING.name(),
          ProblemCode.FOUR_EYES.name());

  private final Instance<RefusalLog> log;
  private final CurrentActor current;
  private final Bouts bouts;
  private final Clock clock;
  private final ExecutorService threads;

  @Inject
  RefusedCalls(
      Instance<RefusalLog> log,
      CurrentActor current,
      Bouts bouts,
      Clock clock,
      @VirtualThreads ExecutorService threads) {
    this.log = log;
    this.current = current;
    this.bouts = bouts;
    this.clock = clock;
    this.threads = threads;
  }

  @ServerResponseFilter
  @Nullable Uni<Void> record(ContainerResponseContext answer, ResourceInfo operation) {
    if (!(answer.getEntity() instanceof Problem problem)
        || !RECORDED.contains(problem.code())
        || operation.getResourceClass() == null
        || operation.getResourceClass().isAnnotationPresent(NamesNobody.class)
        || !log.isResolvable()
        || log.get().isRecorded()) {
      return null;
    }
    Actor actor = current.named();
    String name = name(operation.getResourceClass(), operation.getResourceMethod());
    String kind =
        String.join(
            " ",
            actor.controller().value(),
            actor.kind().label(),
            actor.id(),
            name,
            problem.code());
    AuditEvents event =
        AuditEvents.of(actor, "access.denied", clock)
            .resource("operation", name)
            .reason(problem.code());
    if (!bouts.begins(kind, others -> write(event.count(others).build()))) {
      return null;
    }
    AuditEvent first = event.build();
    return Uni.createFrom().<Void>item(() -> write(first)).runSubscriptionOn(threads);
  }

  /** The refusal stands without its event, too: nothing was given away. */
  private @Nullable Void write(AuditEvent event) {
    try {
      log.get().record(event);
    } catch (RuntimeException unstored) {
      LOG.errorf("a refusal left no event: %s", unstored.getClass().getSimpleName());
    }
    return null;
  }

  /** As contracts name it, with the parameters as {@code :id}: {@code POST:/v1/bans/:id}. */
  static String name(Class<?> resource, Method method) {
    Path base = resource.getAnnotation(Path.class);
    Path own = method.getAnnotation(Path.class);
    String path = (base == null ? "" : base.value()) + (own == null ? "" : "/" + own.value());
    return verb(method)
        + ":"
        + ("/" + path).replaceAll("/+", "/").replaceAll("\\{\\s*(\\w+)[^}]*}", ":$1");
  }

  private static String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return "ANY";
  }
}
