package org.shouxin.gateway.guard;

import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs an admitted request on the current (virtual) thread, as the given identity. */
@ApplicationScoped
class Execution {
  private final ExecutionService service;
  private final CurrentIdentityAssociation currentIdentity;
  private final CurrentVertxRequest currentRequest;

  @Inject
  Execution(
      ExecutionService service,
      CurrentIdentityAssociation currentIdentity,
      CurrentVertxRequest currentRequest) {
    this.service = service;
    this.currentIdentity = currentIdentity;
    this.currentRequest = currentRequest;
  }

  /** Executes and hands the result over; what fails outside any field is thrown. */
  void run(
      GraphQlRequest request,
      RoutingContext routing,
      SecurityIdentity identity,
      Consumer<ExecutionResult> receiver) {
    ManagedContext scope = Arc.container().requestContext();
    scope.activate();
    InjectableContext.ContextState state = scope.getState();
    try {
      currentIdentity.setIdentity(identity);
      currentRequest.setCurrent(routing);
      service.executeSync(request.toJson(), context(state), new Receiver(receiver));
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
      // Each data fetcher deactivates the scope; the state outlives that and is ours to end.
      scope.destroy(state);
      scope.deactivate();
    }
  }

  private static Map<String, Object> context(InjectableContext.ContextState state) {
    Map<String, Object> context = new HashMap<>();
    context.put("runBlocking", true); // on this thread, which is virtual
    context.put("httpHeaders", Map.of());
    context.put("state", state);
    return context;
  }

  private record Receiver(Consumer<ExecutionResult> receiver) implements ExecutionResponseWriter {

    @Override
    public void write(ExecutionResponse response) {
      receiver.accept(response.getExecutionResult());
    }

    @Override
    public void fail(Throwable failure) {
      throw new IllegalStateException("execution failed", failure);
    }
  }
}
