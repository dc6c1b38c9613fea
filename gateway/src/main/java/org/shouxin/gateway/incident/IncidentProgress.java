package org.shouxin.gateway.incident;

/** How far the newest notice has come, in persons. */
public record IncidentProgress(
    int version, int persons, int sent, int seen, int waiting, int undelivered, int withheld) {}
