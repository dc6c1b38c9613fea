package org.shouxin.records.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.UUID;

/** A mail server ({@code quarkus.mailer.*}). */
final class SmtpMailbox implements Mailbox {
  private final Mailer mailer;

  SmtpMailbox(Mailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public void send(UUID order, String address, String subject, String text)
      throws NotSentException {
    try {
      mailer.send(
          Mail.withText(address, subject, text)
              .addHeader("Message-ID", "<" + order + "@notice.shouxin>"));
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        switch (cause) {
          case ConnectException refused -> throw new NotSentException(false, refused);
          case UnknownHostException unknown -> throw new NotSentException(false, unknown);
          case SMTPException answer -> throw new NotSentException(answer.isPermanent(), answer);
          default -> {}
        }
      }
      throw failed;
    }
  }
}
