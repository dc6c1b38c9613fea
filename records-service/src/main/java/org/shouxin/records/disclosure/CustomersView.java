package org.shouxin.records.disclosure;

import java.util.List;

/** Answer of read and search: permitted customers only, in the order asked. */
record CustomersView(String decisionId, String ruleVersion, List<CustomerView> customers) {

  /** Answer of list: one cursor a customer; no total, since it would tell too much. */
  record Page(List<CustomerView> customers, List<String> cursors, boolean hasNextPage) {}
}
