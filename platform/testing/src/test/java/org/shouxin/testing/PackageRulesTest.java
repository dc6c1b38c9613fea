package org.shouxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageRulesTest {

  @Test
  void theRuntimesPackagesUseWhatTheyAreAllowedTo() {
    assertThat(rules().violations()).isEmpty();
  }

  @Test
  void eachKindOfViolationIsSeen() {
    assertThat(rules().allow("time").violations())
        .anyMatch(line -> line.startsWith("time may not use io.quarkus.arc"));
    assertThat(rules().allow("nowhere").violations())
        .containsExactly("nowhere is listed but does not exist");
    assertThat(PackageRules.below("org.shouxin.platform").violations())
        .contains("problem is not listed");
  }

  private static PackageRules rules() {
    String[] quarkus = {
      "io.quarkus.", "jakarta.", "org.eclipse.microprofile.", "org.jboss.", "org.jspecify."
    };
    return PackageRules.below("org.shouxin.platform")
        .allow("problem", with(quarkus, "com.fasterxml.jackson.", "~identity."))
        .allow(
            "identity",
            with(
                quarkus,
                "io.micrometer.",
                "io.smallrye.mutiny.",
                "io.vertx.ext.web.",
                "org.jose4j.jwt.",
                "~problem."))
        .allow(
            "audit",
            "com.fasterxml.jackson.",
            "io.opentelemetry.api.",
            "jakarta.validation.",
            "org.jspecify.",
            "~identity.")
        .allow(
            "outbox",
            with(
                quarkus,
                "com.fasterxml.jackson.",
                "io.micrometer.",
                "org.jdbi.",
                "~audit.",
                "~database.",
                "~gathering.",
                "~problem.",
                "~refusal."))
        .allow(
            "refusal", with(quarkus, "io.smallrye.mutiny.", "~audit.", "~identity.", "~problem."))
        .allow("gathering", "org.jspecify.")
        .allow(
            "block",
            with(quarkus, "com.fasterxml.jackson.", "io.micrometer.", "~problem.", "~startup."))
        .allow(
            "database",
            with(quarkus, "com.fasterxml.jackson.", "javax.sql.", "org.jdbi.", "~identity."))
        .allow("time", quarkus)
        .allow("paging", with(quarkus, "javax.crypto.", "~problem."))
        .allow("startup", with(quarkus, "io.micrometer."))
        .allow(
            "http",
            with(
                quarkus,
                "com.fasterxml.jackson.",
                "io.micrometer.",
                "io.opentelemetry.sdk.trace.samplers.",
                "io.vertx.core.http.",
                "io.vertx.ext.web.",
                "javax.net.ssl.",
                "~problem."));
  }

  private static String[] with(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
