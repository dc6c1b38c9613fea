package org.shouxin.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Where {@code shouxin.peers.certificate} is {@code required}, callers show a certificate of the
 * cluster's own authority (D-75). TLS asks for one and checks it; this refuses who has none. Health
 * and metrics are asked by machinery without one, and the log at {@code /tlog} is public.
 */
@ApplicationScoped
class PeerCertificate {
  private static final int BEFORE_EVERYTHING = 10_000;

  private final boolean required;

  @Inject
  PeerCertificate(
      @ConfigProperty(name = "shouxin.peers.certificate", defaultValue = "off") String peers) {
    this.required = peers.equals("required");
  }

  void register(@Observes Filters filters) {
    if (required) {
      filters.register(this::refuseStrangers, BEFORE_EVERYTHING);
    }
  }

  private void refuseStrangers(RoutingContext context) {
    String path = context.normalizedPath();
    boolean open = path.startsWith("/q/") || path.equals("/tlog") || path.startsWith("/tlog/");
    if (open || isKnown(context.request())) {
      context.next();
      return;
    }
    ProblemCode code = ProblemCode.PEER_UNKNOWN;
    context
        .response()
        .setStatusCode(code.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(
            "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(code.type(), code.title(), code.status(), code.name()));
  }

  private static boolean isKnown(HttpServerRequest request) {
    @Nullable SSLSession session = request.sslSession();
    try {
      return session != null && session.getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException none) {
      return false;
    }
  }
}
