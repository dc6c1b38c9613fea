package org.shouxin.records.correction.code;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** SQL of one_time_code. */
final class CodeTable {
  private CodeTable() {}

  /** How many were sent to a person or to a number, and when the newest to the person was. */
  public record Sent(int toPerson, int toNumber, Instant newest) {}

  static void insert(Handle handle, ControllerId controller, OneTimeCode code, Instant now) {
    handle
        .createUpdate(
            """
            insert into one_time_code
              (controller_id, id, customer_id, mobile_index, code_hash, sent_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .bind(0, controller)
        .bind(1, code.id())
        .bind(2, code.customerId())
        .bind(3, code.mobileIndex())
        .bind(4, code.codeHash())
        .bind(5, now)
        .bind(6, code.expiresAt())
        .execute();
  }

  /** Counts what was sent since then; two requests of one person at once wait for each other. */
  static Sent sent(Handle handle, CustomerId customer, byte[] mobileIndex, Instant since) {
    handle
        .createQuery("select 1 from customer where id = ? for update")
        .bind(0, customer)
        .mapTo(Integer.class)
        .list();
    return handle
        .createQuery(
            """
            select count(*) filter (where customer_id = :customer) as to_person,
                   count(*) filter (where mobile_index = :mobile) as to_number,
                   coalesce(max(sent_at) filter (where customer_id = :customer), 'epoch') as newest
              from one_time_code
             where sent_at > :since and (customer_id = :customer or mobile_index = :mobile)\
            """)
        .bind("customer", customer)
        .bind("mobile", mobileIndex)
        .bind("since", since)
        .mapTo(Sent.class)
        .one();
  }

  /** The newest code sent to this person for this number, held. */
  static Optional<OneTimeCode> newest(Handle handle, CustomerId customer, byte[] mobileIndex) {
    return handle
        .createQuery(
            "select id, customer_id, mobile_index, code_hash, expires_at, attempts, used_at"
                + " from one_time_code where customer_id = ? and mobile_index = ?"
                + " order by sent_at desc, id desc limit 1 for update")
        .bind(0, customer)
        .bind(1, mobileIndex)
        .mapTo(OneTimeCode.class)
        .findOne();
  }

  static void countAttempt(Handle handle, UUID id) {
    handle.execute("update one_time_code set attempts = attempts + 1 where id = ?", id);
  }

  /** False when it was used in the meantime. */
  static boolean use(Handle handle, UUID id, Instant now) {
    return handle.execute(
            "update one_time_code set used_at = ?::timestamptz where id = ? and used_at is null",
            now.toString(),
            id)
        == 1;
  }

  /** Codes are not kept after they ended (DR-08; RT-17: 24 hours at most). */
  static int deleteEnded(Handle handle, Instant before) {
    return handle.execute(
        "delete from one_time_code where sent_at < ?::timestamptz", before.toString());
  }
}
