package org.shouxin.records.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/**
 * In production nobody would get a mail that is written to a folder, and addresses would lie there.
 */
@ApplicationScoped
class MailFolderCheck implements StartupCheck {
  private final NotificationConfig config;
  private final DeploymentMode mode;

  MailFolderCheck(NotificationConfig config, DeploymentMode mode) {
    this.config = config;
    this.mode = mode;
  }

  @Override
  public List<Finding> findings() {
    return mode.isDemo() || config.mailFolder().isEmpty()
        ? List.of()
        : List.of(
            Finding.severe(
                "shouxin.notification.mail-folder", "is for the demo; set quarkus.mailer.host"));
  }
}
