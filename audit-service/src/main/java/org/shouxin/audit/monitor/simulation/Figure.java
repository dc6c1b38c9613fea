package org.shouxin.audit.monitor.simulation;

/**
 * One figure for the bench.
 *
 * @param baseline what it is compared with: the requirement, or chance
 */
record Figure(String name, double value, String unit, double baseline) {

  String json() {
    return "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"baseline\":%s,\"ratio\":%s}"
        .formatted(name, number(value), unit, number(baseline), number(value / baseline));
  }

  private static String number(double value) {
    return java.math.BigDecimal.valueOf(Math.round(value * 10_000), 4)
        .stripTrailingZeros()
        .toPlainString();
  }
}
