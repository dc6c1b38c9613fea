package org.shouxin.records.destruction;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test make the service fetch its orders now. */
@ApplicationScoped
public class DestructionProbe {
  private final DestructionRun run;

  DestructionProbe(DestructionRun run) {
    this.run = run;
  }

  public void poll() {
    run.poll();
  }
}
