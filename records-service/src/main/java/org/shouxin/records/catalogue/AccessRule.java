package org.shouxin.records.catalogue;

/**
 * One cell of DR-13: the most that a position sees of a class of data.
 *
 * @param dataClass row of DR-13
 */
record AccessRule(String dataClass, Audience position, Shown shown, Unmask unmask) {}
