package org.shouxin.platform.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.startup.DeploymentMode;
import org.shouxin.platform.startup.StartupCheck;

/** In production the list of blocks is followed. */
@ApplicationScoped
class BlockCheck implements StartupCheck {
  private final DeploymentMode mode;
  private final Duration pause;

  @Inject
  BlockCheck(
      DeploymentMode mode,
      @ConfigProperty(name = "shouxin.blocks.pause", defaultValue = "PT0.5S") Duration pause) {
    this.mode = mode;
    this.pause = pause;
  }

  @Override
  public List<Finding> findings() {
    return mode.isDemo() || pause.isPositive()
        ? List.of()
        : List.of(
            Finding.severe("shouxin.blocks.pause", "of zero lets blocked people in; set PT0.5S"));
  }
}
