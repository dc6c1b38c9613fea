package org.shouxin.system.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shouxin.system.Project;

/** The settings that the modules say they read, from their source folders. */
public final class ConfigurationKeys {
  private static final String RESOURCES = "src/main/resources/";
  private static final String OWN = RESOURCES + "META-INF/shouxin-configuration.properties";
  private static final List<String> DEFAULTS =
      List.of(
          RESOURCES + "application.properties",
          RESOURCES + "META-INF/microprofile-config.properties");

  private ConfigurationKeys() {}

  /**
   * Module to its {@code shouxin.*} keys with their sentences, sorted; modules without keys are
   * absent.
   */
  public static Map<String, TreeMap<String, String>> ofModules() {
    Map<String, TreeMap<String, String>> all = new LinkedHashMap<>();
    Stream.concat(Stream.of("platform/runtime"), Project.SERVICES.stream())
        .filter(module -> Files.exists(file(module, OWN)))
        .forEach(module -> all.put(module, load(file(module, OWN))));
    return all;
  }

  /**
   * Keys of any kind that a module sets a value for, defaults of the platform included; values for
   * tests and development count as well, without their profile.
   */
  public static TreeMap<String, String> defaultsOf(String module) {
    TreeMap<String, String> defaults = new TreeMap<>();
    valuesOf(module)
        .forEach((key, value) ->
            defaults.merge(
                withoutProfile(key), value, (known, other) -> key.startsWith("%") ? known : other));
    return defaults;
  }

  private static String withoutProfile(String key) {
    return key.startsWith("%") ? key.substring(key.indexOf('.') + 1) : key;
  }

  private static TreeMap<String, String> valuesOf(String module) {
    TreeMap<String, String> defaults = new TreeMap<>();
    for (String folder : List.of("platform/runtime", module)) {
      DEFAULTS.stream()
          .map(name -> file(folder, name))
          .filter(Files::exists)
          .forEach(existing -> defaults.putAll(load(existing)));
    }
    return defaults;
  }

  /** {@code shouxin.*} keys that a module gives a value to. */
  static TreeSet<String> usedBy(String module) {
    TreeSet<String> used = new TreeSet<>();
    defaultsOf(module).keySet().stream()
        .filter(key -> key.startsWith("shouxin."))
        .forEach(used::add);
    return used;
  }

  private static Path file(String module, String name) {
    return Project.path(module).resolve(name);
  }

  private static TreeMap<String, String> load(Path file) {
    Properties listed = new Properties();
    try {
      listed.load(new StringReader(Project.read(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    listed.stringPropertyNames().forEach(key -> sorted.put(key, listed.getProperty(key)));
    return sorted;
  }
}
