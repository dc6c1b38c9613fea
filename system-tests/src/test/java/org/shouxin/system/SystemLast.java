package org.shouxin.system;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Documents, manifests and images first: they need no installation, and meanwhile the one of the
 * run starts, which takes a minute. The order of the others stays as it is, but for the fault loop,
 * which leaves many consents behind, and the upgrade: after it, connections know the plans of
 * another schema.
 */
final class SystemLast implements ClassOrderer {
  private static final List<Class<?>> LAST = List.of(FaultLoopTest.class, UpgradeTest.class);

  @Override
  public void orderClasses(ClassOrdererContext tests) {
    tests
        .getClassDescriptors()
        .sort(
            Comparator.comparing(SystemLast::needsTheSystem)
                .thenComparing(test -> LAST.indexOf(test.getTestClass())));
    if (tests.getClassDescriptors().stream().anyMatch(SystemLast::needsTheSystem)) {
      OneInstallation.Start.begin();
    }
  }

  private static boolean needsTheSystem(ClassDescriptor test) {
    return test.isAnnotated(SystemTest.class);
  }
}
