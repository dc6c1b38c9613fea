package org.shouxin.launcher.process;

import java.io.IOException;

/** How a process is asked to end. */
enum StopSignal {
  /** Java services: finish what was begun. */
  TERM,
  /** PostgreSQL's fast shutdown: end the sessions, write a checkpoint. */
  INT,
  /** At once. */
  KILL;

  /** PostgreSQL takes TERM as "wait for every client", so it gets INT. */
  static StopSignal gentleFor(String name) {
    return name.startsWith("postgresql") ? INT : TERM;
  }

  void send(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
