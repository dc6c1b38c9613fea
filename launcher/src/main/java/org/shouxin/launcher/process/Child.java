package org.shouxin.launcher.process;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.shouxin.launcher.LauncherException;

/** One running process of the installation. */
public final class Child {
  private final String name;
  private final Process process;
  private final PidFile pidFile;
  private final Path log;
  private volatile boolean endExpected;

  Child(String name, Process process, PidFile pidFile, Path log) {
    this.name = name;
    this.process = process;
    this.pidFile = pidFile;
    this.log = log;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  Process process() {
    return process;
  }

  PidFile pidFile() {
    return pidFile;
  }

  /** Its end is wished for and stops nothing else. */
  public void expectEnd() {
    endExpected = true;
  }

  boolean endExpected() {
    return endExpected;
  }

  /** Throws when the process has ended although nobody asked it to. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new LauncherException(describeEnd());
    }
  }

  boolean waitFor(long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String describeEnd() {
    int code = process.exitValue();
    String how = code > 128 ? "was killed by signal " + (code - 128) : "ended with status " + code;
    return name
        + " "
        + how
        + ". "
        + LogTail.cause(log)
        + "Nothing committed is lost; look into "
        + log
        + " and start again with ./shouxin up.";
  }
}
