package org.shouxin.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.postgres.DatabaseName;

/** Consents for the partner, each like the demo customer's, put in by one statement. */
final class SeededConsents {
  private static final String NUMBERED =
      "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

  private SeededConsents() {}

  /** Makes sure that invented people 1 to {@code people} have one, and the planner knows it. */
  static void seed(Bed bed, int people) {
    long there =
        bed.number(
            DatabaseName.CONSENT,
            "select count(*) from consent_record where customer_id::text like '00000000-0000-7000-8000-%'");
    if (there < people) {
      insert(bed, "generate_series(" + (there + 1) + ", " + people + ") as t (n)", NUMBERED);
    }
  }

  /** Makes sure that every customer of the controller has one. */
  static void forAllCustomers(Bed bed) {
    bed.execute(
        DatabaseName.CONSENT,
        "drop table if exists bench_customer",
        "create table bench_customer (id uuid primary key)");
    try (Connection records = bed.installation().administrator(DatabaseName.RECORDS);
        Connection consent = bed.installation().administrator(DatabaseName.CONSENT)) {
      ByteArrayOutputStream ids = new ByteArrayOutputStream();
      records
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select id from customer where controller_id = 'ctl-donghai') to stdout", ids);
      consent
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bench_customer from stdin", new ByteArrayInputStream(ids.toByteArray()));
    } catch (SQLException | IOException e) {
      throw new BenchException("The customers could not be copied: " + e.getMessage(), e);
    }
    insert(
        bed,
        "bench_customer as t where not exists (select 1 from consent_record r where r.customer_id = t.id"
            + " and r.live and r.purpose = 'P-12' and r.recipient_id = '"
            + Bed.PARTNER
            + "')",
        "t.id");
    bed.execute(DatabaseName.CONSENT, "drop table bench_customer");
  }

  private static void insert(Bed bed, String people, String id) {
    new PartnerConsent(bed.installation()).give();
    String columns =
        bed.text(
            DatabaseName.CONSENT,
            "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
                + " where table_name = 'consent_record' and is_generated = 'NEVER'");
    String values =
        columns
            .replaceFirst("(^|, )id(,|$)", "$1gen_random_uuid()$2")
            .replace("customer_id", "person.id");
    bed.execute(
        DatabaseName.CONSENT,
        "with person as (select "
            + id
            + " as id from "
            + people
            + "), model as ("
            + "select * from consent_record where purpose = 'P-12' and recipient_id = '"
            + Bed.PARTNER
            + "' and live and state in ('GIVEN', 'RENEWED') order by decided_at desc limit 1)"
            + " insert into consent_record ("
            + columns
            + ") select "
            + values.replaceAll("(?<![.\\w])(?!gen_random|person)([a-z_0-9]+)(?=,|$)", "model.$1")
            + " from person, model",
        "vacuum analyze consent_record");
  }
}
