package org.shouxin.cluster.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;
import org.shouxin.cluster.ClusterException;

/** The bill of materials of an image (CycloneDX 1.6): Debian, Java, libraries, our own modules. */
final class Bom {
  private static final Pattern LIBRARY = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

  private Bom() {}

  static void write(
      Path file, ServiceImage image, BuiltImage done, BaseImage base, JavaRuntime java)
      throws IOException {
    org.cyclonedx.model.Bom bom = new org.cyclonedx.model.Bom();
    Component subject =
        component(Component.Type.CONTAINER, "", "shouxin/" + done.service(), "0.1.0");
    subject.addHash(new Hash(Hash.Algorithm.SHA_256, done.digest().substring("sha256:".length())));
    Metadata metadata = new Metadata();
    metadata.setComponent(subject);
    // No time of its own: the same image has the same bill.
    metadata.setTimestamp(null);
    bom.setMetadata(metadata);
    for (DebianPackage one : base.packages()) {
      Component debian = component(Component.Type.LIBRARY, "", one.name(), one.version());
      debian.setPurl("pkg:deb/debian/" + one.name() + "@" + one.version() + "?arch=amd64");
      debian.addHash(new Hash(Hash.Algorithm.SHA_256, one.sha256()));
      bom.addComponent(debian);
    }
    bom.addComponent(component(Component.Type.PLATFORM, "", "OpenJDK", java.version()));
    libraries(image.program()).forEach(bom::addComponent);
    try {
      Files.writeString(
          file, BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + "\n");
    } catch (GeneratorException impossible) {
      throw new ClusterException("The bill of materials failed.", impossible);
    }
  }

  /** As Quarkus lists them, {@code group:artifact:classifier:type:version}; else by their files. */
  private static List<Component> libraries(Program program) throws IOException {
    Path listed = program.folder().resolve("quarkus-app-dependencies.txt");
    return Files.exists(listed) ? listed(listed) : files(program);
  }

  /** {@code artifact-1.2.3.jar}: what its file says is all that is known. */
  private static List<Component> files(Program program) throws IOException {
    List<Component> libraries = new ArrayList<>();
    try (var files = Files.list(program.folder().resolve("lib"))) {
      for (Path file : files.sorted().toList()) {
        Matcher named = LIBRARY.matcher(String.valueOf(file.getFileName()));
        if (named.matches() && program.needed().test(program.folder().relativize(file))) {
          Component library = component(Component.Type.LIBRARY, "", named.group(1), named.group(2));
          library.addHash(new Hash(Hash.Algorithm.SHA_256, sha256(file)));
          libraries.add(library);
        }
      }
    }
    return libraries;
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new ClusterException("This JDK lacks SHA-256.", impossible);
    }
  }

  private static List<Component> listed(Path file) throws IOException {
    List<Component> libraries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] part = line.split(":", -1);
      Component library = component(Component.Type.LIBRARY, part[0], part[1], part[4]);
      library.setPurl("pkg:maven/" + part[0] + "/" + part[1] + "@" + part[4] + "?type=" + part[3]);
      libraries.add(library);
    }
    return libraries;
  }

  private static Component component(
      Component.Type type, String group, String name, String version) {
    Component component = new Component();
    component.setType(type);
    if (!group.isEmpty()) {
      component.setGroup(group);
    }
    component.setName(name);
    component.setVersion(version);
    return component;
  }
}
