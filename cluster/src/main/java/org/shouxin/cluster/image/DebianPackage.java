package org.shouxin.cluster.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.shouxin.cluster.ClusterException;

/**
 * A package of Debian that is in the image, unpacked without being installed.
 *
 * @param sha256 of the package file; another file of that name is refused
 */
record DebianPackage(String name, String version, String sha256) {
  private static final String REMEDY =
      "The base needs Debian's apt-get and dpkg-deb and the version named in debian-packages.txt;"
          + " elsewhere give --base IMAGE@sha256:... instead.";

  static List<DebianPackage> all() {
    return Resource.lines("debian-packages.txt").stream()
        .map(line -> line.split("\\s+"))
        .map(words -> new DebianPackage(words[0], words[1], words[2]))
        .toList();
  }

  /** Fetches it by the machine's own package source, checks it, and unpacks it into the folder. */
  void unpack(Path work, Path root) throws IOException {
    Path download = Files.createDirectories(work.resolve("debian-" + name));
    Tool.run(download, REMEDY, List.of("apt-get", "-q", "download", name + "=" + version));
    try (var files = Files.list(download)) {
      Path file =
          files
              .filter(each -> each.toString().endsWith(".deb"))
              .filter(each -> digest(each).equals(sha256))
              .findFirst()
              .orElseThrow(() ->
                  new ClusterException(
                      name + " " + version + " is not the file of " + sha256 + "."));
      Tool.run(download, REMEDY, List.of("dpkg-deb", "-x", file.toString(), root.toString()));
    }
  }

  private static String digest(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      throw new ClusterException(file + " cannot be read.", unreadable);
    }
  }
}
