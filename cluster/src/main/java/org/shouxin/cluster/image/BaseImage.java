package org.shouxin.cluster.image;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shouxin.cluster.ClusterException;

/** What lies below Java in an image: no shell, no package manager, no other program. */
sealed interface BaseImage {

  /** A builder that starts with it. */
  JibContainerBuilder builder();

  /** What of Debian is in it, for the bill of materials. */
  default List<DebianPackage> packages() {
    return List.of();
  }

  /** Somebody's image in a registry, named by digest: a tag can come to mean something else. */
  static BaseImage byDigest(String reference) {
    if (!reference.matches(".+@sha256:[0-9a-f]{64}")) {
      throw new ClusterException("--base must name a digest: IMAGE@sha256: and 64 hexadecimals.");
    }
    return new Registry(reference);
  }

  /** Debian's C and C++ libraries (Java, brotli) and five small files. */
  static BaseImage debian(Path work) throws IOException {
    Path root = Folders.fresh(work.resolve("base"));
    for (DebianPackage one : DebianPackage.all()) {
      one.unpack(work, root);
    }
    Map<String, String> files =
        Map.of(
            "etc/passwd", "shouxin:x:10001:10001::/:/sbin/nologin\n",
            "etc/group", "shouxin:x:10001:\n",
            "etc/nsswitch.conf", "hosts: files dns\n",
            "etc/os-release",
                "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Shouxin on Debian 12\"\n",
            "tmp/.keep", "");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling("."));
      Files.writeString(target, file.getValue());
    }
    return new Debian(root, DebianPackage.all());
  }

  /** Built here. */
  record Debian(Path root, List<DebianPackage> packages) implements BaseImage {
    /** Licences stay; gdb's scripts and change logs do not. */
    private static boolean isNeeded(String file) {
      return file.endsWith("copyright") || !file.startsWith("usr/share/");
    }

    @Override
    public JibContainerBuilder builder() {
      FileEntriesLayer layer = LayerFiles.of("base", root, "/", file -> isNeeded(file.toString()));
      return Jib.fromScratch().addFileEntriesLayer(layer);
    }
  }

  /** Pulled. */
  record Registry(String reference) implements BaseImage {
    @Override
    public JibContainerBuilder builder() {
      try {
        return Jib.from(reference);
      } catch (InvalidImageReferenceException malformed) {
        throw new ClusterException("--base " + reference + " is no image reference.", malformed);
      }
    }
  }
}
