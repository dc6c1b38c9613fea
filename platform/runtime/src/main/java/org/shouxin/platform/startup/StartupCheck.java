package org.shouxin.platform.startup;

import java.util.List;

/**
 * One feature's check of its own preconditions; every bean of this type is asked before traffic.
 */
public interface StartupCheck {

  /** What is wrong; empty when all is well. */
  List<Finding> findings();

  /**
   * Something wrong. A severe finding stops the start.
   *
   * @param property the configuration key to change
   */
  record Finding(boolean severe, String property, String message) {
    public static Finding severe(String property, String message) {
      return new Finding(true, property, message);
    }

    public static Finding warning(String property, String message) {
      return new Finding(false, property, message);
    }
  }
}
