package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.testing.PackageRules;

/** Which package may use what. */
class PackagesTest {
  private static final String[] API = {
    "org.eclipse.microprofile.",
    "jakarta.enterprise.",
    "jakarta.inject.",
    "jakarta.ws.rs.",
    "org.jspecify.",
    "org.shouxin.platform.problem.",
    "~neighbour.",
    "~schema."
  };

  /** What a door for files needs besides. */
  private static final String[] DOOR = {
    "~guard.",
    "io.smallrye.common.annotation.",
    "jakarta.annotation.security.",
    "org.jboss.resteasy.reactive."
  };

  @Test
  void packagesUseOnlyWhatTheyAreAllowedTo() {
    assertThat(rules().violations()).isEmpty();
  }

  @Test
  void aForbiddenUseIsSeen() {
    assertThat(rules().allow("consent", API).violations())
        .anyMatch(line -> line.startsWith("consent may not use org.shouxin.gateway.records"));
  }

  private static PackageRules rules() {
    return PackageRules.below("org.shouxin.gateway")
        .allow(
            "records",
            with("~guard.", "io.smallrye.graphql.api.", "org.shouxin.platform.identity."))
        .allow("consent", with("~guard.", "~records."))
        .allow("retention", API)
        .allow("backup", API)
        .allow("whistle", with())
        .allow("people", API)
        .allow(
            "casework",
            with(
                "~portal.",
                "~records.",
                "com.fasterxml.jackson.annotation.",
                "io.smallrye.graphql.api."))
        .allow("rules", API)
        .allow("intake", with(DOOR))
        .allow("compliance", with("~consent.", "~portal.", "io.smallrye.graphql.api."))
        .allow("transfer", with("~records."))
        .allow("incident", with("~records.", "com.fasterxml.jackson.annotation."))
        .allow(
            "destruction",
            with("~audit.", "io.smallrye.common.annotation.", "jakarta.annotation.security."))
        .allow(
            "audit",
            Stream.concat(Stream.of(with(DOOR)), Stream.of("~records.", "io.smallrye.graphql.api."))
                .toArray(String[]::new))
        .allow(
            "receipt",
            with(
                "io.smallrye.common.annotation.",
                "jakarta.annotation.security.",
                "org.jboss.resteasy.reactive."))
        .allow(
            "portal",
            with(
                "~consent.",
                "~guard.",
                "~retention.",
                "io.quarkus.security.identity.",
                "io.smallrye.common.annotation.",
                "org.jboss.resteasy.reactive.",
                "org.shouxin.platform.identity."))
        .allow(
            "neighbour",
            "com.fasterxml.jackson.",
            "io.quarkus.oidc.",
            "io.quarkus.security.",
            "io.quarkus.vertx.http.runtime.",
            "io.vertx.",
            "jakarta.",
            "org.eclipse.microprofile.rest.",
            "org.jboss.logging.",
            "org.jspecify.",
            "org.shouxin.platform.problem.")
        .allow(
            "schema",
            "graphql.",
            "io.quarkus.security.",
            "io.smallrye.graphql.",
            "org.jboss.logging.",
            "org.jspecify.",
            "org.shouxin.platform.")
        .allow(
            "guard",
            "com.fasterxml.jackson.",
            "graphql.",
            "io.micrometer.core.instrument.",
            "io.quarkus.",
            "io.smallrye.",
            "io.vertx.",
            "jakarta.",
            "javax.crypto.",
            "org.eclipse.microprofile.",
            "org.jboss.logging.",
            "org.jose4j.",
            "org.jspecify.",
            "org.shouxin.platform.");
  }

  private static String[] with(String... more) {
    return Stream.concat(Stream.of(API), Stream.of(more)).toArray(String[]::new);
  }
}
