package org.shouxin.platform.outbox;

import jakarta.enterprise.context.RequestScoped;

/** Whether this request's events became durable: the last look before personal data leaves. */
@RequestScoped
public class RecordedAnswers {
  private boolean recorded;

  void recorded() {
    recorded = true;
  }

  /** True once an event of this request is durable. */
  public boolean isRecorded() {
    return recorded;
  }
}
