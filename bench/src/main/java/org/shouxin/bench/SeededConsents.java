package org.shouxin.bench;

import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Invented people, numbered from 1, each with a consent like the demo customer's for the partner.
 */
final class SeededConsents {
  private static final String NUMBERED =
      "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

  private SeededConsents() {}

  /** Makes sure that people 1 to {@code people} have one, and the planner knows it. */
  static void seed(Bed bed, int people) {
    long there =
        bed.number(
            DatabaseName.CONSENT,
            "select count(*) from consent_record where customer_id::text like '00000000-0000-7000-8000-%'");
    if (there >= people) {
      return;
    }
    new PartnerConsent(bed).give();
    String columns = columns(bed);
    bed.execute(
        DatabaseName.CONSENT,
        ("insert into consent_record ("
            + columns
            + ") select "
            + columns
                .replaceFirst("(^|, )id(,|$)", "$1gen_random_uuid()$2")
                .replace("customer_id", NUMBERED)
            + " from generate_series("
            + (there + 1)
            + ", "
            + people
            + ") as t (n),"
            + " (select * from consent_record where purpose = 'P-12' and recipient_id = '"
            + Bed.PARTNER
            + "' and live and state in ('GIVEN', 'RENEWED')"
            + " and customer_id::text not like '00000000-%' limit 1) as model"),
        "vacuum analyze consent_record");
    long seeded = bed.number(DatabaseName.CONSENT, "select count(*) from consent_record");
    if (seeded < people) {
      throw new BenchException(
          "Only " + seeded + " consents could be seeded: is the demo's there?");
    }
  }

  private static String columns(Bed bed) {
    return bed.text(
        DatabaseName.CONSENT,
        "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
            + " where table_name = 'consent_record' and is_generated = 'NEVER'");
  }
}
