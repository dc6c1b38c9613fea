package org.shouxin.audit.monitor.rule;

/**
 * What one rule added to a score, and why.
 *
 * @param measured what was measured
 * @param soft the actor's own limit up to which nothing is added
 * @param hard the actor's own limit at which the full points are added
 */
public record Contribution(
    Signal signal, double measured, double soft, double hard, double points) {}
