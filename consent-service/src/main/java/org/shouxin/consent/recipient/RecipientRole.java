package org.shouxin.consent.recipient;

/** What a recipient is in law: a processor of its own (PIPL 23), entrusted (21), or joint (20). */
public enum RecipientRole {
  INDEPENDENT,
  ENTRUSTED,
  JOINT
}
