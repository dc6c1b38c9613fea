package org.shouxin.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the two PostgreSQL servers on which nobody listens: clones are tested side by side. */
public final class FreePorts {
  private static final int FIRST = 3_000;
  private static final int RANGE = 4_000;
  private static final int STEP = 7;

  private FreePorts() {}

  /** A port offset for a {@link Layout}. */
  public static int offset() throws IOException {
    int offset = FIRST + (int) (ProcessHandle.current().pid() % RANGE);
    while (!areFree(offset)) {
      offset += STEP;
    }
    return offset;
  }

  private static boolean areFree(int offset) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    int records = Component.POSTGRESQL.port() + offset;
    int keys = Component.KEY_STORE.port() + offset;
    try (ServerSocket one = new ServerSocket(records, 1, here);
        ServerSocket two = new ServerSocket(keys, 1, here)) {
      return one.isBound() && two.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
