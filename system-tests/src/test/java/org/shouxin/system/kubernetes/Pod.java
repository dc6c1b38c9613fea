package org.shouxin.system.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.identity.Ids;

/**
 * One pod of a Deployment, run as its manifest says and no better: the image's files read-only, the
 * manifest's user, its environment and nothing else, its volumes.
 */
final class Pod {
  private static final String USER = "10001";
  private final ClusterNode node;
  private final Manifests manifests;
  private final String service;
  private final Path secrets;
  private final Path volumes;
  private final String log;

  /**
   * @param secrets a folder a secret, a file a key
   */
  Pod(ClusterNode node, Manifests manifests, String service, Path secrets) {
    this.node = node;
    this.manifests = manifests;
    this.service = service;
    this.secrets = secrets;
    this.volumes = node.folder().resolve("volumes-" + service);
    this.log = service + "-" + Ids.random() + ".log";
  }

  /** Starts it, or starts it again; {@link #log()} has the lines of every start. */
  Process start(OciImage image, Map<String, String> instead) throws IOException {
    synchronized (node) { // its volumes are those of its neighbours
      return node.run(
          log,
          List.of(
              "unshare",
              "--mount",
              "--pid",
              "--fork",
              "--kill-child",
              "sh",
              script(image, instead).toString()));
    }
  }

  private Path script(OciImage image, Map<String, String> instead) throws IOException {
    StringBuilder script = new StringBuilder("set -e\nmount --make-rprivate /\nROOT=");
    Path root = image.root();
    script.append(root).append("\nmount --bind $ROOT $ROOT\n");
    for (String place : List.of("proc", "dev", "tmp", "etc")) {
      Files.createDirectories(root.resolve(place));
    }
    script.append("mount -t proc proc $ROOT/proc\nmount -t tmpfs -o mode=755 dev $ROOT/dev\n");
    for (String device : List.of("null", "zero", "random", "urandom")) {
      script.append(
          "touch $ROOT/dev/%1$s; mount --bind /dev/%1$s $ROOT/dev/%1$s\n".formatted(device));
    }
    Files.writeString(root.resolve("etc/hosts"), "");
    script
        .append("mount --bind ")
        .append(node.folder().resolve("hosts"))
        .append(" $ROOT/etc/hosts\n");
    for (Node mount : container().at("volumeMounts").list()) {
      Path inside = root.resolve(mount.at("mountPath").text().substring(1));
      Files.createDirectories(inside);
      Path outside = volume(pod().at("volumes").named(mount.at("name").text()));
      script.append("mount --bind %s %s\n".formatted(outside, inside));
      if (mount.at("readOnly").text().equals("true")) {
        script.append("mount -o remount,bind,ro ").append(inside).append('\n');
      }
    }
    if (container().at("securityContext.readOnlyRootFilesystem").text().equals("true")) {
      script.append("mount -o remount,bind,ro $ROOT\n");
    }
    script.append("exec env -i");
    environment(image, instead)
        .forEach((name, value) ->
            script.append(" '").append(name).append('=').append(value).append('\''));
    script.append(" $(command -v setpriv) --no-new-privs $(command -v chroot)");
    if (ClusterNode.BY_ROOT) {
      script.append(" --userspec=").append(uid()).append(':').append(gid());
      script.append(" --groups=").append(gid());
    }
    script.append(" $ROOT");
    image.entrypoint().forEach(word -> script.append(" '").append(word).append('\''));
    return Files.writeString(node.folder().resolve(log + ".sh"), script + "\n");
  }

  int port() {
    return Integer.parseInt(container().at("ports").named("http").at("containerPort").text());
  }

  /** The answer of a probe of the manifest, empty when nobody answers. */
  String probe(String kind) throws IOException, InterruptedException {
    return node.get(port(), container().at(kind).at("httpGet.path").text());
  }

  String log() throws IOException {
    return Files.readString(node.folder().resolve(log));
  }

  private Map<String, String> environment(OciImage image, Map<String, String> instead)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : image.environment()) {
      environment.put(
          variable.substring(0, variable.indexOf('=')),
          variable.substring(variable.indexOf('=') + 1));
    }
    for (Node source : container().at("envFrom").list()) {
      environment.putAll(
          manifests.one("ConfigMap", source.at("configMapRef.name").text()).at("data").texts());
    }
    for (Node variable : container().at("env").list()) {
      Node secret = variable.at("valueFrom.secretKeyRef");
      Path file = secrets.resolve(secret.at("name").text()).resolve(secret.at("key").text());
      environment.put(
          variable.at("name").text(),
          secret.value() == null ? variable.at("value").text() : Files.readString(file));
    }
    // Of the machine, not of the pod: it lives for seconds, and the second compiler never pays.
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    environment.putAll(instead);
    return environment;
  }

  /** A folder for a volume, with the owner and the permissions that a kubelet gives. */
  private Path volume(Node volume) throws IOException {
    Path folder = volumes.resolve(volume.at("name").text());
    if (Files.exists(folder)) {
      return folder;
    }
    Files.createDirectories(folder);
    Node secret = volume.at("secret");
    List<String> owner = new ArrayList<>(List.of("root:" + gid(), folder.toString()));
    if (secret.value() != null) {
      Path source = secrets.resolve(secret.at("secretName").text());
      List<String> keys = secret.at("items").list().stream().map(i -> i.at("key").text()).toList();
      try (var files = Files.list(source)) {
        for (Path file : files.toList()) {
          String key = file.getFileName().toString();
          if (keys.isEmpty() || keys.contains(key)) {
            Path copy = Files.copy(file, folder.resolve(key));
            chmod("440", copy.toString());
            owner.add(copy.toString());
          }
        }
      }
      chmod("750", folder.toString());
    } else {
      chmod("2770", folder.toString());
    }
    if (ClusterNode.BY_ROOT) {
      run(owner, "chown");
    }
    return folder;
  }

  private void chmod(String mode, String path) throws IOException {
    run(List.of(mode, path), "chmod");
  }

  private void run(List<String> arguments, String program) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private String uid() {
    return textOr(pod().at("securityContext.runAsUser"));
  }

  private String gid() {
    return textOr(pod().at("securityContext.runAsGroup"));
  }

  private static String textOr(Node node) {
    return node.text().isEmpty() ? USER : node.text();
  }

  private Node pod() {
    return manifests.one("Deployment", service).at("spec.template.spec");
  }

  private Node container() {
    return pod().at("containers").named("service");
  }
}
