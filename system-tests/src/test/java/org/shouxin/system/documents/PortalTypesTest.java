package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.system.Project;

/**
 * The portal's TypeScript by the rules of its own compiler: the bundler strips types without a look
 * at them. The compiler and Lit's types are test dependencies, its Node is Playwright's.
 */
class PortalTypesTest {
  private static final String WEB = "gateway/src/main/resources/web";
  private static final Pattern WORDS =
      Pattern.compile("\\[\\s*'((?:[^'\\\\]|\\\\.)*)',\\s*'((?:[^'\\\\]|\\\\.)*)',?\\s*\\]");

  /** The switch names the other language in its own words. */
  private static final String OTHER_LANGUAGE = "\u4e2d\u6587";

  private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");

  /** Packages by their names in Maven Central. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "typescript", "typescript",
          "lit", "lit",
          "lit-element", "lit-element",
          "lit-html", "lit-html",
          "lit__reactive-element", "@lit/reactive-element",
          "types__trusted-types", "@types/trusted-types");

  /** Beside a file with a fault, which shows that the compiler looks. */
  @Test
  void everyTypeOfThePortalHolds(@TempDir Path folder) throws Exception {
    copy(Project.path(WEB), folder);
    for (Map.Entry<String, String> each : PACKAGES.entrySet()) {
      unpack(each.getKey(), folder.resolve("node_modules").resolve(each.getValue()));
    }
    Files.writeString(folder.resolve("app/wrong.ts"), "export const wrong: number = 'text';\n");
    assertThat(compiled(folder))
        .containsExactly(
            "app/wrong.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.");
  }

  /** Issue 7: Chinese first, English complete, of portal and console alike. */
  @Test
  void everyWordOfThePortalIsThereInBothLanguages() throws IOException {
    List<String> pairs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Project.path(WEB).resolve("app"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".ts")).toList()) {
        for (MatchResult words : WORDS.matcher(Files.readString(file)).results().toList()) {
          boolean chinese = HAN.matcher(words.group(1)).find();
          boolean mixed = HAN.matcher(words.group(2)).find();
          if (chinese || mixed) {
            pairs.add(words.group());
          }
          if (mixed && !words.group(2).equals(OTHER_LANGUAGE)
              || chinese && words.group(2).isBlank()) {
            missing.add(file.getFileName() + " " + words.group());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(pairs).hasSizeGreaterThan(500);
  }

  /** The example client of docs/partners; its one dependency is a type, written here. */
  @Test
  void everyTypeOfThePartnersExampleHolds(@TempDir Path folder) throws Exception {
    copy(Project.path("docs/partners/typescript"), folder);
    unpack("typescript", folder.resolve("node_modules/typescript"));
    Path document = folder.resolve("node_modules/@graphql-typed-document-node/core/index.d.ts");
    Files.createDirectories(document.resolveSibling("."));
    Files.writeString(
        document,
        "export interface DocumentTypeDecoration<R, V> { __apiType?: (variables: V) => R }\n");
    assertThat(compiled(folder)).isEmpty();
    Path client = folder.resolve("client.ts");
    Files.writeString(
        client, Files.readString(client).replace("{ factors, purpose: PURPOSE }", "{ factors }"));
    assertThat(compiled(folder)).anyMatch(line -> line.contains("error TS2345"));
  }

  private static List<String> compiled(Path folder) throws IOException {
    String node =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .createProcessBuilder()
            .command()
            .getFirst();
    Process compiler =
        new ProcessBuilder(
                List.of(
                    node, "node_modules/typescript/lib/tsc.js", "--noEmit", "--pretty", "false"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return compiler.inputReader(StandardCharsets.UTF_8).lines().toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target);
      }
    }
  }

  private static void unpack(String name, Path target) throws IOException {
    URL inside =
        Objects.requireNonNull(
            PortalTypesTest.class.getResource(
                "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties"),
            name);
    try (JarFile jar = ((JarURLConnection) inside.openConnection()).getJarFile()) {
      String prefix = "META-INF/resources/webjars/" + name + "/";
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String path = entry.getName();
        if (path.startsWith(prefix) && !entry.isDirectory()) {
          Path file = target.resolve(path.substring(path.indexOf('/', prefix.length()) + 1));
          Files.createDirectories(file.resolveSibling("."));
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }
}
