package org.shouxin.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.PackageRules;

class ArchitectureTest {
  private static final String[] EVERYWHERE = {"org.jspecify.", "org.shouxin.platform."};
  private static final String[] SERVICE = {
    "org.jspecify.", "org.shouxin.platform.", "jakarta.", "org.jdbi.v3.core.", "org.jboss.logging."
  };
  private static final String[] EDGE = {
    "org.jspecify.",
    "org.shouxin.platform.",
    "jakarta.",
    "org.jdbi.v3.core.",
    "org.jboss.logging.",
    "io.smallrye.common.annotation.",
    "io.smallrye.config.",
    "io.quarkus.scheduler.",
    "org.jboss.resteasy.reactive.",
    "org.eclipse.microprofile.",
    "com.fasterxml.jackson."
  };

  @Test
  void packagesUseOnlyWhatTheyMay() {
    assertThat(rules().violations()).isEmpty();
  }

  /** R-RC-10: one erasure path; orders of witnessed plans are the only way to end a key or rows. */
  @Test
  void onlyOrdersOfPlansDestroyKeysAndRows() throws IOException {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.shouxin.records")
                    .get("org.shouxin.records.vault.Vault")
                    .getMethods()
                    .stream()
                    .filter(method -> method.getName().equals("destroy"))
                    .flatMap(method -> method.getCallsOfSelf().stream())
                    .map(call -> call.getOriginOwner().getSimpleName()))
        .containsOnly("Destroyer");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(ArchitectureTest::destroysRows).map(file -> file.getFileName()))
          .containsOnly(Path.of("Destroyer.java"));
    }
  }

  private static boolean destroysRows(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file).matches("(?s).*destroy_(person|record)\\(.*");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void theRulesAreSeenToFail() {
    PackageRules tooStrict =
        PackageRules.below("org.shouxin.records").allow("vault").allow("nowhere");

    assertThat(tooStrict.violations(new ClassFileImporter().importPackages("org.shouxin.records")))
        .contains(
            "nowhere is listed but does not exist",
            "customer is not listed",
            "vault may not use com.google.crypto.tink (com.google.crypto.tink.Aead)");
  }

  /** Arrows point one way: vault and quality know nobody; the read path knows all it reads. */
  private static PackageRules rules() {
    return PackageRules.below("org.shouxin.records")
        .allow("quality", EVERYWHERE)
        .allow("disclosure.mask", with(EVERYWHERE, "~quality."))
        .allow(
            "vault",
            with(
                SERVICE,
                "com.google.crypto.tink.",
                "org.bouncycastle.crypto.",
                "com.github.benmanes.caffeine.",
                "com.fasterxml.jackson.",
                "io.agroal.api.",
                "io.quarkus.agroal.",
                "io.quarkus.scheduler.",
                "io.smallrye.config."))
        .allow(
            "reassigning",
            with(
                EDGE,
                "~access.",
                "com.fasterxml.jackson.",
                "io.quarkus.oidc.client.",
                "io.quarkus.scheduler.",
                "org.eclipse.microprofile.rest.client.",
                "org.jboss.logging."))
        .allow("access", with(EDGE, "~vault.", "com.fasterxml.jackson.", "io.quarkus.runtime."))
        .allow("access.request", with(EDGE, "~access.", "~catalogue.", "~duty.", "~vault."))
        .allow("catalogue", with(EDGE, "~disclosure.mask."))
        .allow(
            "customer", with(SERVICE, "~vault.", "~access.", "~quality.", "com.fasterxml.jackson."))
        .allow("customer.entry", with(EDGE, "~customer.", "~access.", "~quality.", "~vault."))
        .allow(
            "disclosure",
            with(
                EDGE,
                "~customer.",
                "~access.",
                "~catalogue.",
                "~vault.",
                "~quality.",
                "io.micrometer.",
                "io.quarkus.oidc.client.",
                "io.smallrye.mutiny."))
        .allow(
            "disclosure.unmask",
            with(EDGE, "~disclosure.", "~access.", "~customer.", "~catalogue.", "~vault."))
        .allow(
            "export.watermark",
            with(EVERYWHERE, "com.google.crypto.tink.subtle.", "javax.crypto.spec."))
        .allow(
            "export",
            with(
                EDGE,
                "~access.",
                "~disclosure.",
                "~duty.",
                "~vault.",
                "com.google.crypto.tink.",
                "de.siegmar.fastcsv.",
                "org.dhatim.fastexcel.",
                "io.quarkus.oidc.client.filter."))
        .allow("duty", SERVICE)
        .allow(
            "campaign",
            with(
                EDGE,
                "~access.",
                "~correction.",
                "~customer.",
                "~disclosure.",
                "~duty.",
                "~quality.",
                "~vault.",
                "de.siegmar.fastcsv."))
        .allow("correction.stale", with(EDGE, "~access.", "~customer.", "~vault."))
        .allow("correction.code", with(EDGE, "~vault."))
        .allow("correction.propagation", with(EDGE, "~duty.", "~vault.", "io.quarkus.oidc.client."))
        .allow(
            "correction",
            with(EDGE, "~customer.", "~access.", "~disclosure.", "~vault.", "~quality."))
        .allow(
            "intake.book",
            with(
                EVERYWHERE,
                "de.siegmar.fastcsv.",
                "org.dhatim.fastexcel.",
                "org.apache.commons.compress."))
        .allow("intake.row", with(EVERYWHERE, "~intake.book.", "~quality.", "~customer."))
        .allow(
            "intake.sample",
            with(EVERYWHERE, "~intake.", "~quality.", "~customer.", "de.siegmar.fastcsv."))
        .allow(
            "intake",
            with(
                EDGE,
                "~customer.",
                "~access.",
                "~vault.",
                "~quality.",
                "org.dhatim.fastexcel.",
                "de.siegmar.fastcsv.",
                "io.quarkus.runtime."))
        .allow(
            "announcing",
            with(
                EDGE,
                "~customer.",
                "~access.",
                "~vault.",
                "io.quarkus.oidc.client.",
                "io.quarkus.scheduler."))
        .allow(
            "retention",
            with(
                EDGE,
                "~customer.",
                "~access.",
                "~vault.",
                "io.micrometer.core.",
                "io.quarkus.oidc.client.",
                "io.quarkus.scheduler."))
        .allow(
            "edge",
            with(
                EVERYWHERE,
                "jakarta.ws.rs.",
                "jakarta.inject.",
                "com.fasterxml.jackson.",
                "io.quarkus.jackson.",
                "org.jboss.resteasy.reactive.",
                "~access."))
        .allow(
            "destruction",
            with(EDGE, "~vault.", "io.micrometer.core.", "io.quarkus.oidc.client.filter."))
        .allow("casetext", with(EDGE, "~vault.", "~disclosure."))
        .allow(
            "notification",
            with(
                EDGE,
                "~customer.",
                "~access.",
                "~vault.",
                "io.micrometer.core.",
                "io.quarkus.mailer.",
                "io.quarkus.oidc.client.filter.",
                "io.vertx.ext.mail."))
        .allow(
            "transfer.parcel",
            with(EDGE, "~vault.", "~customer.", "io.quarkus.oidc.client.filter."))
        .allow("transfer.room", with(EDGE, "~vault.", "~customer.", "~access."))
        .allow(
            "transfer.dossier",
            with(EDGE, "~vault.", "~duty.", "~transfer.parcel.", "org.shouxin.platform.document."))
        .allow(
            "transfer.arrival",
            with(EDGE, "~vault.", "~customer.", "~access.", "~transfer.parcel."))
        .allow(
            "transfer",
            with(
                EDGE,
                "~vault.",
                "~customer.",
                "~disclosure.",
                "io.quarkus.oidc.client.filter.",
                "~transfer.parcel.",
                "~transfer.arrival.",
                "~transfer.room."));
  }

  private static String[] with(String[] base, String... more) {
    return Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new);
  }
}
