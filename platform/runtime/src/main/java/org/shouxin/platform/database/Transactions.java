package org.shouxin.platform.database;

import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** Where a change is all or nothing, and sees one controller's rows only (promise 8). */
public interface Transactions {

  /** Runs in one transaction that sees and writes this controller's rows only. */
  <T extends @Nullable Object> T write(
      ControllerId controller, HandleCallback<T, RuntimeException> work);
}
