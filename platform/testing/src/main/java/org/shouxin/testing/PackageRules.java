package org.shouxin.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Architecture rules as an allow-list: a readable line a package says what it may use. A package
 * that is not listed, a listed package that does not exist, and a use that is not allowed are all
 * violations.
 */
public final class PackageRules {
  private final String root;
  private final Map<String, List<String>> allowed = new LinkedHashMap<>();

  private PackageRules(String root) {
    this.root = root;
  }

  /** Rules for every package below {@code root}, for example {@code org.shouxin.audit}. */
  public static PackageRules below(String root) {
    return new PackageRules(root);
  }

  /**
   * {@code name} (relative to the root) may use these prefixes besides {@code java.} and itself.
   */
  public PackageRules allow(String name, String... prefixes) {
    allowed.put(name, List.of(prefixes));
    return this;
  }

  /** Violations, one readable line each, sorted; empty when all holds. */
  public List<String> violations() {
    return violations(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root));
  }

  /** As {@link #violations()}, over classes of the caller's choice, to see a rule fail. */
  public List<String> violations(JavaClasses classes) {
    Set<String> violations = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (JavaClass type : classes) {
      String name = relative(type.getPackageName());
      seen.add(name);
      List<String> prefixes = allowed.get(name);
      if (prefixes == null) {
        violations.add(name + " is not listed");
        continue;
      }
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        String full = target.getFullName();
        if (!target.isPrimitive() && !isAllowed(type.getPackageName(), full, prefixes)) {
          violations.add(name + " may not use " + target.getPackageName() + " (" + full + ")");
        }
      }
    }
    allowed.keySet().stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> violations.add(name + " is listed but does not exist"));
    return List.copyOf(violations);
  }

  private boolean isAllowed(String own, String target, List<String> prefixes) {
    if (target.startsWith("java.") || target.startsWith(own + ".")) {
      return true;
    }
    return prefixes.stream()
        .anyMatch(prefix ->
            target.startsWith(prefix.startsWith("~") ? root + "." + prefix.substring(1) : prefix));
  }

  private String relative(String name) {
    return name.equals(root) ? "." : name.substring(root.length() + 1);
  }
}
