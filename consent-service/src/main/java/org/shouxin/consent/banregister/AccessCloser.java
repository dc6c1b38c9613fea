package org.shouxin.consent.banregister;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;

/** Closes every access of a banned person in the transaction that lists her. */
public interface AccessCloser {
  /**
   * Closes.
   *
   * @param employeeNo named with the listing; people known by their index are found beside
   */
  void close(Handle handle, Actor approver, UUID ban, byte[] person, @Nullable String employeeNo);
}
