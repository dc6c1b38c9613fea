package org.shouxin.audit.trace;

/** Who read: kind (employee, partner, ...) and id as audit events name them. */
record Reader(String kind, String id) {}
