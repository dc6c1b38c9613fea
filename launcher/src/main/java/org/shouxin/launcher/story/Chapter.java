package org.shouxin.launcher.story;

/** Some steps that belong together. */
interface Chapter {
  void play(Stage stage);
}
