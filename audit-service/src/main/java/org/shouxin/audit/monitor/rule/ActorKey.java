package org.shouxin.audit.monitor.rule;

/**
 * Whose behaviour is followed.
 *
 * @param kind employee or partner
 * @param id employee number or partner id
 */
public record ActorKey(String controllerId, String kind, String id) {

  /** How audit events name the actor: {@code employee:1024}. */
  public String reference() {
    return kind + ":" + id;
  }
}
