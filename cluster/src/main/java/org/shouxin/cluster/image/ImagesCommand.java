package org.shouxin.cluster.image;

import com.google.cloud.tools.jib.api.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shouxin.cluster.ClusterException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the images: a tar, a digest and a bill of materials each; pushes them where told. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Builds a container image of each service, and of the restore drill, without a container engine: SERVICE.tar (OCI),",
      "SERVICE.digest and SERVICE.cdx.json (CycloneDX) in a folder, the same bytes each time, and",
      "kustomization.yaml, a component that pins the digests."
    })
public final class ImagesCommand implements Callable<Integer> {
  private static final List<String> SERVICES =
      List.of("audit-service", "consent-service", "records-service", "gateway", Program.DRILL);

  @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "Which; all unless named.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", description = "Where to; .shouxin/images.")
  private Path out = project().resolve(".shouxin/images");

  @Option(
      names = "--base",
      paramLabel = "IMAGE@sha256:...",
      description = "A base image of yours, by digest, instead of Debian's libc6 package.")
  private String base = "";

  @Option(
      names = "--push",
      paramLabel = "REGISTRY/PATH",
      description = "Also pushes there; credentials as in ~/.docker/config.json.")
  private String push = "";

  @Option(names = "--tag", paramLabel = "TAG", description = "Tag; 0.1.0.")
  private String tag = "0.1.0";

  @Override
  public Integer call() throws Exception {
    List<String> chosen = services.isEmpty() ? SERVICES : services;
    if (!SERVICES.containsAll(chosen)) {
      throw new ClusterException("There are images of " + String.join(", ", SERVICES) + " only.");
    }
    Files.createDirectories(out);
    BaseImage from = base.isEmpty() ? BaseImage.debian(out) : BaseImage.byDigest(base);
    JavaRuntime java = JavaRuntime.link(out);
    List<BuiltImage> built = new ArrayList<>();
    for (String service : chosen) {
      ServiceImage image = new ServiceImage(project(), service, from, java);
      BuiltImage done = image.write(out, ImageReference.of(null, "shouxin/" + service, tag));
      Bom.write(out.resolve(service + ".cdx.json"), image, done, from, java);
      if (!push.isEmpty()) {
        image.push(push + "/" + service, tag);
      }
      System.out.printf(
          Locale.ROOT, "%-16s %s  %d MB%n", service, done.digest(), done.bytes() / 1_000_000);
      built.add(done);
    }
    PinnedImages.write(out.resolve("kustomization.yaml"), push, built);
    System.out.println("in " + out.toAbsolutePath());
    return 0;
  }

  private static Path project() {
    return Path.of(System.getProperty("shouxin.project", ".")).toAbsolutePath().normalize();
  }
}
