package org.shouxin.consent.guardianship;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;

/** Guardians of nobody: each person decides herself. */
public class GrownUps extends Guardians {

  @SuppressWarnings("NullAway") // what it overrides needs no rows
  public GrownUps() {
    super(null);
  }

  @Override
  public DecidedAs roleOf(Handle handle, Actor actor, CustomerId person, LocalDate day) {
    return DecidedAs.SELF;
  }

  @Override
  public boolean isWard(Handle handle, Actor actor, CustomerId person, LocalDate day) {
    return false;
  }
}
