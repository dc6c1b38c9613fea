package org.shouxin.launcher.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;

/**
 * The only place where the story does what nobody of the story could do: it reaches into the
 * databases, so that time passes, and that an honest person knows what she learned. Each time it
 * says so.
 */
final class Backstage {
  private final Databases databases;
  private final Narrator narrator;

  Backstage(Layout layout, Narrator narrator) {
    this.databases = new Databases(layout, new Secrets(layout.secrets()));
    this.narrator = narrator;
  }

  /** The right option of a question: what an honest person knows after 40 hours. */
  int rightOption(int question) {
    try (Connection consent = databases.administrator(DatabaseName.CONSENT);
        PreparedStatement query =
            consent.prepareStatement("select right_option from test_question where number = ?")) {
      query.setInt(1, question);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
  }

  /** The 15 minutes of a grant are over. */
  void unmaskingEnds(String grant) {
    passes(
        "time.unmask",
        DatabaseName.RECORDS,
        "update unmask_grant set granted_at = granted_at - interval '16 minutes',"
            + " expires_at = expires_at - interval '16 minutes' where id = ?::uuid",
        grant);
  }

  /** An approved access is over. */
  void accessEnds(String request) {
    passes(
        "time.access",
        DatabaseName.RECORDS,
        "update access_request set open_until = now() - interval '1 second' where id = ?::uuid",
        request);
  }

  /** The half minute between two codes to one person. */
  void nextCodeMayBeSent(String customer) {
    passes(
        "time.code",
        DatabaseName.RECORDS,
        "update one_time_code set sent_at = sent_at - interval '1 minute',"
            + " expires_at = expires_at - interval '1 minute' where customer_id = ?::uuid",
        customer);
  }

  /** The two weeks in which a review of rights is answered; its job closes it within a minute. */
  void reviewEnds(String review, String controller) {
    passes(
        "time.review",
        DatabaseName.CONSENT,
        "update rights_review set due_at = now() where id = ?::uuid",
        review);
    quietly(
        DatabaseName.CONSENT,
        "update review_schedule set look_again_at = now() where controller_id = ?",
        controller);
  }

  /** The thirty days in which L may object to the transfer. */
  void objectionsEnd(String transfer) {
    passes(
        "time.objection",
        DatabaseName.RECORDS,
        "update transfer_person set delivered_at = delivered_at - interval '32 days'"
            + " where transfer_id = ?::uuid",
        transfer);
  }

  /** Ten years: every period that keeps something of a person has run out. */
  void tenYears(String customer) {
    passes(
        "time.years",
        DatabaseName.AUDIT,
        "update retention_item set start_on = current_date - interval '31 years',"
            + " due_on = current_date - 1 where subject_ref = ?",
        customer);
  }

  private void passes(String words, DatabaseName database, String change, String of) {
    quietly(database, change, of);
    narrator.timePasses(words);
  }

  private void quietly(DatabaseName database, String change, String of) {
    try (Connection connection = databases.administrator(database);
        PreparedStatement statement = connection.prepareStatement(change)) {
      statement.setString(1, of);
      if (statement.executeUpdate() == 0) {
        throw new LauncherException("The story was told otherwise: no time could pass: " + change);
      }
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
  }

  private static LauncherException unreachable(SQLException failed) {
    return new LauncherException("The databases cannot be reached. See ./shouxin status.", failed);
  }
}
