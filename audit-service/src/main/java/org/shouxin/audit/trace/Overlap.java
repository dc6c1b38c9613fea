package org.shouxin.audit.trace;

/**
 * How two suspects' people of the sample lie to each other: two who colluded each explain a part
 * that the other does not.
 *
 * @param first place in the ranking, from 0
 * @param second place in the ranking, below {@code first}
 * @param both people of the sample whom both read
 * @param either people of the sample whom at least one of them read
 */
public record Overlap(int first, int second, int both, int either) {}
