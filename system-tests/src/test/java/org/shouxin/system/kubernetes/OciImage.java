package org.shouxin.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as a container runtime sees it: its layers, one over the other, in a folder.
 *
 * @param root the folder
 * @param user as the image says, {@code uid:gid}
 */
record OciImage(Path root, String user, List<String> entrypoint, List<String> environment) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Unpacks a tar in OCI layout. */
  static OciImage unpack(Path tar, Path folder) throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("layout"));
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
      extract(in, blobs);
    }
    JsonNode index = JSON.readTree(blobs.resolve("index.json").toFile());
    JsonNode manifest = blob(blobs, index.path("manifests").path(0));
    JsonNode config = blob(blobs, manifest.path("config")).path("config");
    Path root = Files.createDirectories(folder.resolve("root"));
    for (JsonNode layer : manifest.path("layers")) {
      try (TarArchiveInputStream in =
          new TarArchiveInputStream(
              new GZIPInputStream(Files.newInputStream(file(blobs, layer))))) {
        extract(in, root);
      }
    }
    return new OciImage(
        root,
        config.path("User").asText(),
        texts(config.path("Entrypoint")),
        texts(config.path("Env")));
  }

  private static JsonNode blob(Path blobs, JsonNode reference) throws IOException {
    return JSON.readTree(file(blobs, reference).toFile());
  }

  private static Path file(Path blobs, JsonNode reference) {
    return blobs.resolve("blobs").resolve(reference.path("digest").asText().replace(':', '/'));
  }

  private static void extract(TarArchiveInputStream tar, Path folder) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName().replaceFirst("^/+", "")).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("entry outside the folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(tar, target);
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        Files.setLastModifiedTime(target, entry.getLastModifiedTime());
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = new HashSet<>();
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & (0400 >> bit)) != 0) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
