package org.shouxin.records.notification;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the mailbox: the folder where one is named, else the mail server. */
@ApplicationScoped
class MailboxProducer {

  @Produces
  @Singleton
  Mailbox mailbox(NotificationConfig config, Mailer mailer) {
    return config
        .mailFolder()
        .<Mailbox>map(FolderMailbox::new)
        .orElseGet(() -> new SmtpMailbox(mailer));
  }
}
