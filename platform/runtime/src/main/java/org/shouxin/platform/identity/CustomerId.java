package org.shouxin.platform.identity;

import java.util.UUID;

/** A customer (客户): random, never derived from personal data; the pseudonym in audit events. */
public record CustomerId(UUID value) {

  public static CustomerId parse(String text) {
    return new CustomerId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
