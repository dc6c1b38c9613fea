package org.shouxin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouxin.testing.PackageRules;

/** Who may use whom, a line a package (architecture.md, style.md 20). */
class PackagesTest {
  private static final String[] SERVICE = {
    "jakarta.",
    "org.jspecify.",
    "org.shouxin.platform.",
    "org.eclipse.microprofile.",
    "org.jboss.logging.",
    "io.quarkus.",
    "io.smallrye.",
    "io.micrometer.",
    "com.fasterxml.jackson.",
    "javax.sql.",
    "org.jdbi.v3.core.",
    "org.jboss.resteasy.reactive."
  };

  private static PackageRules rules() {
    return PackageRules.below("org.shouxin.audit")
        .allow("log", "org.jspecify.")
        .allow("verifier", "org.jspecify.")
        .allow("checkpoint", with("~log.", "com.google.crypto.tink.subtle."))
        .allow("destruction", with("~entry.", "~log.", "~legalhold.", "~retention."))
        .allow("destruction.recipient", with("~entry."))
        .allow("destruction.order", with("~entry.", "~destruction."))
        .allow(
            "destruction.certificate", with("~entry.", "~checkpoint.", "~proof.", "~destruction."))
        .allow("entry", with("~checkpoint.", "io.vertx.core.", "io.vertx.ext.web."))
        .allow("history", with("~checkpoint."))
        .allow("legalhold", with("~entry."))
        .allow("retention", with("~entry.", "~legalhold."))
        .allow("incident", with("~entry."))
        .allow("incident.affected", with("~checkpoint."))
        .allow("incident.clue", with("~checkpoint.", "~entry."))
        .allow("incident.duty", with("~entry."))
        .allow("incident.notice", with("~entry."))
        .allow("proof", with("~checkpoint.", "~history.", "~log."))
        .allow("carrieditem", with("~checkpoint.", "~entry.", "~history.", "~log.", "~proof."))
        .allow("restore", with("~entry.", "~proof."))
        .allow("trace", with("~entry.", "org.roaringbitmap."))
        .allow("monitor", with("~entry.", "~monitor.rule."))
        .allow("monitor.rule", "org.jspecify.", "org.shouxin.platform.time.")
        .allow(
            "monitor.simulation", "org.jspecify.", "org.shouxin.platform.time.", "~monitor.rule.")
        .allow("whistle", with("~entry.", "com.google.crypto.tink.", "javax.crypto.spec."))
        .allow("witness", "org.jspecify.", "com.sun.net.httpserver.", "~checkpoint.", "~log.");
  }

  @Test
  void packagesUseOnlyWhatTheyMayUse() {
    assertThat(rules().violations()).isEmpty();
  }

  @Test
  void aForbiddenUseIsSeen() {
    assertThat(
            PackageRules.below("org.shouxin.audit")
                .allow("log", "org.jspecify.")
                .allow("verifier", "org.jspecify.")
                .allow("checkpoint", with("com.google.crypto.tink.subtle."))
                .allow("destruction", with("~entry.", "~log.", "~legalhold.", "~retention."))
                .allow("destruction.recipient", with("~entry."))
                .allow("destruction.order", with("~entry.", "~destruction."))
                .allow(
                    "destruction.certificate",
                    with("~entry.", "~checkpoint.", "~proof.", "~destruction."))
                .allow("entry", with("~checkpoint.", "io.vertx.core.", "io.vertx.ext.web."))
                .allow("history", with("~checkpoint."))
                .allow("legalhold", with("~entry."))
                .allow("retention", with("~entry.", "~legalhold."))
                .allow("incident", with("~entry."))
                .allow("incident.affected", with("~checkpoint."))
                .allow("incident.clue", with("~checkpoint.", "~entry."))
                .allow("incident.duty", with("~entry."))
                .allow("incident.notice", with("~entry."))
                .allow("proof", with("~checkpoint.", "~history.", "~log."))
                .allow("restore", with("~entry.", "~proof."))
                .allow("trace", with("~entry.", "org.roaringbitmap."))
                .allow("monitor", with("~entry.", "~monitor.rule."))
                .allow("monitor.rule", "org.jspecify.", "org.shouxin.platform.time.")
                .allow("monitor.simulation", "org.jspecify.", "~monitor.rule.")
                .allow("whistle", with("~entry.", "com.google.crypto.tink.", "javax.crypto.spec."))
                .allow(
                    "witness", "org.jspecify.", "com.sun.net.httpserver.", "~checkpoint.", "~log.")
                .violations())
        .anyMatch(line -> line.startsWith("checkpoint may not use org.shouxin.audit.log"));
  }

  private static String[] with(String... more) {
    String[] all = java.util.Arrays.copyOf(SERVICE, SERVICE.length + more.length);
    System.arraycopy(more, 0, all, SERVICE.length, more.length);
    return all;
  }
}
