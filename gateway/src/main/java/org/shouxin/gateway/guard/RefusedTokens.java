package org.shouxin.gateway.guard;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.shouxin.platform.identity.RejectedToken;
import org.shouxin.platform.identity.RejectedTokens;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.refusal.Bouts;

/**
 * A token that was given for another service, or by another realm, is shown to records-service,
 * which refuses it, too, and has a log: one of a caller a minute.
 */
@ApplicationScoped
class RefusedTokens implements RejectedTokens {
  private static final Logger LOG = Logger.getLogger(RefusedTokens.class);

  private final Refusals refusals;
  private final Bouts bouts;
  private final ExecutorService threads;

  @Inject
  RefusedTokens(
      @RestClient Refusals refusals, Bouts bouts, @VirtualThreads ExecutorService threads) {
    this.refusals = refusals;
    this.bouts = bouts;
    this.threads = threads;
  }

  @Override
  public void rejected(RejectedToken token) {
    if (bouts.begins(
        token.kind(), others -> LOG.infof("%d more refused tokens of one caller", others))) {
      threads.execute(() -> show(token));
    }
  }

  private void show(RejectedToken token) {
    try {
      refusals.record("Bearer " + token.text());
      LOG.warn("records-service takes a token that was refused here");
    } catch (ProblemException told) {
      if (told.code() != ProblemCode.UNAUTHENTICATED) {
        LOG.warnf("a refused token could not be recorded: %s", told.code());
      }
    } catch (RuntimeException away) {
      LOG.warnf("a refused token could not be recorded: %s", away.getClass().getSimpleName());
    }
  }
}
