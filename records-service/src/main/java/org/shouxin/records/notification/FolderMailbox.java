package org.shouxin.records.notification;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A folder of .eml files (RFC 5322), for the demo: any mail program opens them. One order is one
 * file name, which appears whole or not at all.
 */
final class FolderMailbox implements Mailbox {
  private static final String FROM = "notice@shouxin.example";

  private final Path folder;

  FolderMailbox(Path folder) {
    this.folder = folder;
  }

  @Override
  public void send(UUID order, String address, String subject, String text)
      throws NotSentException {
    MailMessage message =
        new MailMessage()
            .setFrom(FROM)
            .setTo(address)
            .setSubject(subject)
            .setText(text)
            .addHeader("Message-ID", "<" + order + "@notice.shouxin>");
    String mail = new MailEncoder(message, "shouxin.example").encode();
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path whole = folder.resolve(order + ".eml");
      Path part = folder.resolve(order + ".part");
      Files.writeString(part, mail, StandardCharsets.UTF_8);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new NotSentException(false, failed);
    }
  }
}
