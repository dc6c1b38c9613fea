package org.shouxin.platform.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses configuration keys that nobody reads: a misspelt key must not silently leave a default in
 * force. Each module lists its own keys with a sentence each in {@code
 * META-INF/shouxin-configuration.properties}.
 */
@ApplicationScoped
class KnownKeys implements StartupCheck {
  static final String RESOURCE = "META-INF/shouxin-configuration.properties";
  private static final String PREFIX = "shouxin.";

  private final Config config;

  @Inject
  KnownKeys(Config config) {
    this.config = config;
  }

  @Override
  public List<Finding> findings() {
    Set<String> known = knownKeys();
    Set<String> knownInEnvironment = new TreeSet<>();
    known.forEach(key -> knownInEnvironment.add(environmentName(key)));
    List<Finding> findings = new ArrayList<>();
    for (String name : config.getPropertyNames()) {
      boolean ours = name.startsWith(PREFIX) || name.startsWith("%test." + PREFIX);
      String plain = name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
      if (ours && !known.contains(plain) && !knownInEnvironment.contains(environmentName(plain))) {
        findings.add(Finding.severe(plain, "is not a key of this service (docs/configuration.md)"));
      }
      if (name.startsWith("SHOUXIN_") && !knownInEnvironment.contains(name)) {
        findings.add(Finding.severe(name, "is not a key of this service (docs/configuration.md)"));
      }
    }
    return findings;
  }

  private static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static Set<String> knownKeys() {
    Set<String> keys = new TreeSet<>();
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
        Properties listed = new Properties();
        try (InputStream in = resource.openStream()) {
          listed.load(in);
        }
        keys.addAll(listed.stringPropertyNames());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return keys;
  }
}
