package org.shouxin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.PackageRules;

class ArchitectureTest {
  private static final String[] EDGE = {
    "org.jspecify.",
    "org.shouxin.platform.",
    "jakarta.",
    "io.quarkus.security.",
    "io.smallrye.common.annotation.",
    "org.jboss.resteasy.reactive.",
    "org.jdbi.v3.core.",
    "com.fasterxml.jackson.annotation."
  };

  @Test
  void packagesUseOnlyWhatTheyMay() {
    assertThat(rules().violations()).isEmpty();
  }

  @Test
  void theRulesAreSeenToFail() {
    PackageRules tooStrict =
        PackageRules.below("org.shouxin.consent").allow("permission").allow("nowhere");

    assertThat(tooStrict.violations(new ClassFileImporter().importPackages("org.shouxin.consent")))
        .contains(
            "nowhere is listed but does not exist",
            "purpose is not listed",
            "permission may not use org.jspecify.annotations"
                + " (org.jspecify.annotations.NullMarked)");
  }

  @Test
  void theCoreKnowsNoFramework() {
    List<String> core =
        List.of(
            "purpose.Purpose",
            "purpose.Evidence",
            "purpose.SeparateConsent",
            "recipient.Recipient",
            "recipient.Uscc",
            "recipient.Registration",
            "notice.NoticeItem",
            "notice.NoticeBody",
            "consentrecord.ConsentState",
            "consentrecord.ConsentRecord",
            "consentrecord.ConsentText",
            "consentrecord.ConsentPolicies",
            "clearance.Clearance",
            "banregister.BanState",
            "permission.PermissionRules",
            "permission.Facts",
            "receipt.ReceiptDocument");
    List<String> impure =
        new ClassFileImporter()
            .importPackages("org.shouxin.consent").stream()
                .filter(
                    type -> core.contains(type.getFullName().replace("org.shouxin.consent.", "")))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(use -> use.getTargetClass().getFullName())
                .filter(
                    name -> name.matches("(io[.]quarkus|jakarta|com[.]fasterxml|org[.]jdbi)[.].*"))
                .distinct()
                .toList();

    assertThat(impure).isEmpty();
  }

  private static PackageRules rules() {
    return PackageRules.below("org.shouxin.consent")
        .allow("purpose", EDGE)
        .allow("recipient", with("~purpose."))
        .allow(
            "notice", with("~purpose.", "~recipient.", "~guardianship.", "com.fasterxml.jackson."))
        .allow("guardianship", EDGE)
        .allow("departure", with("org.jboss.resteasy.reactive."))
        .allow("transferitem", with("com.fasterxml.jackson."))
        .allow("clearance", with("~purpose."))
        .allow(
            "banregister",
            with("com.google.crypto.tink.", "javax.crypto.", "org.eclipse.microprofile.config."))
        .allow("agent", with("~banregister."))
        .allow(
            "rightsreview",
            with(
                "~purpose.",
                "~receipt.",
                "com.fasterxml.jackson.",
                "io.quarkus.scheduler.",
                "org.jboss.logging."))
        .allow(
            "position",
            with(
                "~banregister.",
                "~duty.",
                "com.fasterxml.jackson.",
                "de.siegmar.fastcsv.",
                "io.micrometer.core.",
                "io.quarkus.oidc.client.",
                "io.quarkus.scheduler.",
                "io.smallrye.mutiny.",
                "org.eclipse.microprofile.rest.client.",
                "org.jboss.logging."))
        .allow(
            "consentrecord",
            with("~purpose.", "~recipient.", "~notice.", "~guardianship.", "~departure."))
        .allow(
            "permission",
            with(
                "~purpose.",
                "~recipient.",
                "~consentrecord.",
                "~guardianship.",
                "~agent.",
                "~clearance.",
                "~position.",
                "~rightsreview.",
                "io.quarkus.oidc.",
                "io.smallrye.mutiny.",
                "com.fasterxml.jackson.",
                "io.micrometer.core.",
                "io.quarkus.runtime.",
                "org.jboss.logging."))
        .allow(
            "receipt",
            with(
                "~purpose.",
                "~recipient.",
                "~notice.",
                "~consentrecord.",
                "com.fasterxml.jackson.",
                "org.erdtman.jcs.",
                "org.eclipse.microprofile.config.",
                "org.eclipse.microprofile.jwt.",
                "org.eclipse.microprofile.rest.client.",
                "org.jboss.logging.",
                "io.quarkus.runtime."))
        .allow("verifier", "org.jspecify.", "com.fasterxml.jackson.")
        .allow("activity", with("~purpose.", "~recipient.", "~notice."))
        .allow(
            "stoporder",
            with(
                "~recipient.",
                "~departure.",
                "~consentrecord.",
                "io.quarkus.scheduler.",
                "io.quarkus.oidc.client.filter.",
                "org.eclipse.microprofile.rest.client.",
                "com.fasterxml.jackson.",
                "com.google.crypto.tink.",
                "org.eclipse.microprofile.config.",
                "org.jboss.logging.",
                "javax.crypto."))
        .allow(
            "destruction",
            with(
                "io.quarkus.scheduler.",
                "io.quarkus.oidc.client.filter.",
                "org.eclipse.microprofile.rest.client.",
                "com.fasterxml.jackson.",
                "org.jboss.logging."))
        .allow(
            "duty",
            with(
                "io.quarkus.scheduler.",
                "io.micrometer.core.",
                "org.eclipse.microprofile.openapi.annotations.",
                "org.jboss.logging."))
        .allow("complaint", with("~duty."))
        .allow(
            "retention",
            with(
                "io.quarkus.scheduler.",
                "io.quarkus.oidc.client.filter.",
                "org.eclipse.microprofile.rest.client.",
                "org.jboss.logging."))
        .allow(
            "rightsrequest",
            with(
                "~duty.",
                "~guardianship.",
                "io.quarkus.scheduler.",
                "io.quarkus.oidc.client.filter.",
                "org.eclipse.microprofile.jwt.",
                "org.eclipse.microprofile.rest.client.",
                "org.jboss.logging."));
  }

  private static String[] with(String... more) {
    String[] all = java.util.Arrays.copyOf(EDGE, EDGE.length + more.length);
    System.arraycopy(more, 0, all, EDGE.length, more.length);
    return all;
  }
}
