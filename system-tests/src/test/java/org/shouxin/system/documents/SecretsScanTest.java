package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.system.Project;

/** No key and no token is kept with the sources (OWASP ASVS 5.0, 13.3.1). */
class SecretsScanTest {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", ".git", "node_modules", ".shouxin");
  private static final int LARGEST = 2_000_000;

  /** Private keys, signed tokens, keys of well-known clouds and forges. */
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{40}"
              + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
              + "|\\b(?:AKIA|LTAI)[0-9A-Za-z]{16,}"
              + "|\\bgh[pousr]_[A-Za-z0-9]{36}"
              + "|\\bxox[abprs]-[0-9A-Za-z-]{10,}"
              + "|AGE-SECRET-KEY-1[0-9A-Z]{20,}");

  @Test
  void noSecretStandsInTheRepository() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = sources();
    files.stream()
        .filter(file -> SECRET.matcher(text(file)).find())
        .forEach(file -> found.add(Project.folder().relativize(file).toString()));
    assertThat(files).hasSizeGreaterThan(1_000);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + "012345678901234567890123456789abcdef"})
  void aSecretWouldBeFound(String secret) {
    assertThat(SECRET.matcher("key = " + secret).find()).isTrue();
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Project.folder(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && attributes.size() < LARGEST) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
