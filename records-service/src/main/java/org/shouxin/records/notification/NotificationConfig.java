package org.shouxin.records.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** {@code shouxin.notification.*}. */
@ConfigMapping(prefix = "shouxin.notification")
interface NotificationConfig {
  /** Folder that mails are written to instead of a mail server; in the demo only. */
  Optional<Path> mailFolder();

  /** How often orders are fetched; off switches it off. */
  @WithDefault("5s")
  String pollEvery();
}
