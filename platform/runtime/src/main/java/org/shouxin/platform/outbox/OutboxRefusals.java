package org.shouxin.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.refusal.RefusalLog;

/** Refusals go the way of reads: durable before the answer. */
@ApplicationScoped
class OutboxRefusals implements RefusalLog {
  private final AuditOutbox outbox;
  private final RecordedAnswers answers;

  @Inject
  OutboxRefusals(AuditOutbox outbox, RecordedAnswers answers) {
    this.outbox = outbox;
    this.answers = answers;
  }

  @Override
  public void record(AuditEvent event) {
    outbox.recordDurably(List.of(event));
  }

  @Override
  public boolean isRecorded() {
    return answers.isRecorded();
  }
}
