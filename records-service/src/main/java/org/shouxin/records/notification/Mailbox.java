package org.shouxin.records.notification;

import java.util.UUID;

/** Where mails leave the house. */
sealed interface Mailbox permits SmtpMailbox, FolderMailbox {

  /**
   * Hands a mail over.
   *
   * @param order names the mail, so that a repeat is recognised
   * @throws NotSentException when it is certain that nothing has left
   */
  void send(UUID order, String address, String subject, String text) throws NotSentException;
}
