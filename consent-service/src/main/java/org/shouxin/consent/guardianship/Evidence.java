package org.shouxin.consent.guardianship;

/** The document that shows a guardian's relation to the child. */
enum Evidence {
  BIRTH_CERTIFICATE,
  HOUSEHOLD_REGISTER,
  COURT_DECISION,
  APPOINTMENT
}
