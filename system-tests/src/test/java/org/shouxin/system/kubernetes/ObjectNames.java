package org.shouxin.system.kubernetes;

import java.util.Map;

/** Name and labels of an object of a kind without a library. */
record ObjectNames(String name, String namespace, Map<String, String> labels) {}
