package org.shouxin.launcher.story;

/** In which language the story is told. */
public enum StoryLanguage {
  CHINESE("zh-CN"),
  ENGLISH("en");

  private final String tag;

  StoryLanguage(String tag) {
    this.tag = tag;
  }

  /** As in {@code --lang} and in the names of the files with the lines. */
  public String tag() {
    return tag;
  }
}
