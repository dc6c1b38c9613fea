package org.shouxin.audit.monitor;

import java.util.List;

/** A page of alerts, newest first, with a cursor for each. */
public record AlertPage(List<AlertView> alerts, List<String> cursors, boolean hasNextPage) {}
