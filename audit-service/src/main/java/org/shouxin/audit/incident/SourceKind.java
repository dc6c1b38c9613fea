package org.shouxin.audit.incident;

/** What an incident can come from. */
enum SourceKind {
  TRACE,
  ALERT,
  LEAK_REPORT
}
