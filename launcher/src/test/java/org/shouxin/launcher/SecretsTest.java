package org.shouxin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void secretsStayTheSameFromOneStartToTheNextAndOnlyTheirOwnerReadsThem() throws IOException {
    Path file = folder.resolve("secrets");
    String first = new Secrets(file).get("postgresql.records");

    assertThat(new Secrets(file).get("postgresql.records")).isEqualTo(first);
    assertThat(new Secrets(file).get("postgresql.keys")).isNotEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void keyMaterialHasTwoHundredFiftySixBits() {
    String key = new Secrets(folder.resolve("secrets")).key("cursor");

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
  }
}
