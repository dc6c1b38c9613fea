package org.shouxin.records.disclosure;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.outbox.RecordedAnswers;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;

/**
 * The last look at an answer about customers (promise 1): one whose request left no durable event
 * is withheld and counted, and the count must stay at zero.
 */
public final class EventBeforeAnswer {
  private static final Logger LOG = Logger.getLogger(EventBeforeAnswer.class);

  private final RecordedAnswers answers;
  private final MeterRegistry metrics;

  @Inject
  EventBeforeAnswer(RecordedAnswers answers, MeterRegistry metrics) {
    this.answers = answers;
    this.metrics = metrics;
  }

  @ServerResponseFilter
  public void withholdUnrecorded(ContainerResponseContext response) {
    if (!showsSomebody(response.getEntity())) {
      return;
    }
    metrics.counter("shouxin.reads.answered").increment();
    if (!answers.isRecorded()) {
      metrics.counter("shouxin.reads.without.event").increment();
      LOG.error("an answer about customers had no durable event and was withheld");
      withhold(response);
    }
  }

  private static boolean showsSomebody(@Nullable Object entity) {
    return switch (entity) {
      case CustomersView view -> !view.customers().isEmpty();
      case CustomersView.Page page -> !page.customers().isEmpty();
      case DataCopy copy -> true;
      case null, default -> false;
    };
  }

  private static void withhold(ContainerResponseContext response) {
    ProblemCode code = ProblemCode.AUDIT_UNAVAILABLE;
    response.setStatus(code.status());
    response.setEntity(
        new Problem(code.type(), code.title(), code.status(), code.name(), null, null, null),
        new Annotation[0],
        MediaType.valueOf(Problem.MEDIA_TYPE));
  }
}
