package org.shouxin.consent.permission;

import org.shouxin.consent.purpose.LegalBasis;

/** What a rule says about one person, before fields are cut to what is necessary. */
sealed interface Verdict {

  /** Why. */
  ReasonCode reason();

  /** May be processed on a basis. */
  record Permit(ReasonCode reason, LegalBasis basis) implements Verdict {}

  /** May not be processed. */
  record Refuse(ReasonCode reason) implements Verdict {}
}
