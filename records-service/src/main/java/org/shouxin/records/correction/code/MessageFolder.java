package org.shouxin.records.correction.code;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** The demo's telephone: one file a message, readable by its owner only. Never in production. */
@ApplicationScoped
class MessageFolder implements MessageDelivery, StartupCheck {
  private static final String PROPERTY = "shouxin.correction.message-dir";

  private final Optional<Path> folder;
  private final DeploymentMode mode;

  MessageFolder(@ConfigProperty(name = PROPERTY) Optional<Path> folder, DeploymentMode mode) {
    this.folder = folder;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    return folder.isPresent() && !mode.isDemo()
        ? List.of(Finding.severe(PROPERTY, "writes one-time codes into files; demo mode only"))
        : List.of();
  }

  @Override
  public void send(Message message) {
    Path target = folder.orElseThrow(() -> new ProblemException(ProblemCode.NOT_AVAILABLE));
    try {
      Files.createDirectories(
          target,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path written =
          Files.createTempFile(
              target,
              "message",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(written, message.mobile() + "\n" + message.text() + "\n");
      Files.move(written, target.resolve(Ids.next() + ".txt"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
