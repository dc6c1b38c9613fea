package org.shouxin.system.kubernetes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouxin.system.Project;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What kubectl would send to a cluster. */
record Manifests(List<Node> objects) {

  /**
   * Renders a folder of {@code k8s/} as an operator would; fails with a remedy where kubectl is
   * missing: a manifest that nobody rendered is not tested.
   */
  static Manifests render(String folder) throws IOException, InterruptedException {
    return render(Project.path(folder));
  }

  /** Renders the base with components that an overlay may choose. */
  static Manifests renderWith(String... components) throws IOException, InterruptedException {
    String chosen = Stream.of(components).map(one -> "../../../" + one).collect(joining(", "));
    Path overlay = Files.createDirectories(Project.path("system-tests/target/overlay"));
    Files.writeString(
        overlay.resolve("kustomization.yaml"),
        "namespace: shouxin\nresources: [../../../k8s/base]\ncomponents: [" + chosen + "]\n");
    return render(overlay);
  }

  private static Manifests render(Path folder) throws IOException, InterruptedException {
    Path rendered = Files.createTempFile("rendered", ".yaml");
    Path complaints = Files.createTempFile("rendered", ".err");
    Process kubectl;
    try {
      kubectl =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectOutput(rendered.toFile())
              .redirectError(complaints.toFile())
              .start();
    } catch (IOException missing) {
      throw new IOException(
          "kubectl is needed to render the manifests: install it on the PATH", missing);
    }
    assertThat(kubectl.waitFor()).as(Files.readString(complaints)).isZero();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new Manifests(
        StreamSupport.stream(yaml.loadAll(Files.readString(rendered)).spliterator(), false)
            .map(Manifests::named)
            .toList());
  }

  private static Node named(Object object) {
    Node plain = new Node("", object);
    return new Node(plain.at("kind").text() + "/" + plain.at("metadata.name").text(), object);
  }

  List<Node> ofKind(String kind) {
    return objects.stream().filter(object -> object.at("kind").text().equals(kind)).toList();
  }

  Node one(String kind, String name) {
    return ofKind(kind).stream()
        .filter(object -> object.at("metadata.name").text().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + "/" + name + " is rendered"));
  }

  /** The names of a kind, sorted. */
  List<String> names(String kind) {
    return ofKind(kind).stream().map(object -> object.at("metadata.name").text()).sorted().toList();
  }
}
