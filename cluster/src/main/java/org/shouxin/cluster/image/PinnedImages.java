package org.shouxin.cluster.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Kustomize component that pins the images by digest; an overlay names it in components. */
final class PinnedImages {
  private PinnedImages() {}

  static void write(Path file, String registry, List<BuiltImage> images) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n");
    for (BuiltImage image : images) {
      text.append("  - name: shouxin/").append(image.service()).append('\n');
      if (!registry.isEmpty()) {
        text.append("    newName: ").append(registry).append('/');
        text.append(image.service()).append('\n');
      }
      text.append("    digest: ").append(image.digest()).append('\n');
    }
    Files.writeString(file, text);
  }
}
