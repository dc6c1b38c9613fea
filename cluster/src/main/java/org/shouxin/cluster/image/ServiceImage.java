package org.shouxin.cluster.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.shouxin.cluster.ClusterException;

/**
 * The image of one service, in layers that change ever more often: base, Java, other people's
 * libraries, our own code.
 */
final class ServiceImage {
  private static final String USER = "10001:10001";

  private final Program program;
  private final String service;
  private final BaseImage base;
  private final JavaRuntime java;

  ServiceImage(Path project, String service, BaseImage base, JavaRuntime java) {
    this.program = Program.of(project, service);
    this.service = service;
    this.base = base;
    this.java = java;
  }

  /** The program that is in it. */
  Program program() {
    return program;
  }

  /** Writes {@code <service>.tar} (OCI layout) and {@code <service>.digest}. */
  BuiltImage write(Path out, ImageReference name) throws IOException {
    Path tar = out.resolve(service + ".tar");
    JibContainer built =
        containerize(Containerizer.to(TarImage.at(tar).named(name)), out.resolve("cache"));
    String digest = built.getDigest().toString();
    Files.writeString(out.resolve(service + ".digest"), digest + "\n");
    return new BuiltImage(service, digest, Files.size(tar));
  }

  /** Pushes the same image; the registry must answer by TLS. */
  void push(String repository, String tag) throws IOException {
    try {
      ImageReference name = ImageReference.parse(repository + ":" + tag);
      RegistryImage target = RegistryImage.named(name);
      target.addCredentialRetriever(
          CredentialRetrieverFactory.forImage(name, event -> {}).dockerConfig());
      containerize(Containerizer.to(target), program.folder().resolveSibling("image-cache"));
    } catch (InvalidImageReferenceException malformed) {
      throw new ClusterException("--push " + repository + " is no place for images.", malformed);
    }
  }

  private JibContainer containerize(Containerizer to, Path cache) throws IOException {
    JibContainerBuilder builder =
        base.builder()
            .addFileEntriesLayer(java.layer())
            .addFileEntriesLayer(layer("libraries", program.ours().negate()))
            .addFileEntriesLayer(layer("service", program.ours()))
            .setFormat(ImageFormat.OCI)
            .setCreationTime(Instant.EPOCH)
            .setUser(USER)
            .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
            .setEntrypoint(JavaRuntime.command(program.start()))
            .setEnvironment(Map.of("LANG", "C.UTF-8"))
            .addLabel("org.opencontainers.image.title", "Shouxin " + service);
    try {
      return builder.containerize(
          to.setToolName("shouxin")
              .setBaseImageLayersCache(cache)
              .setApplicationLayersCache(cache));
    } catch (ExecutionException | RegistryException | CacheDirectoryCreationException failed) {
      throw new ClusterException("The image of " + service + " failed: " + cause(failed), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted.", interrupted);
    }
  }

  private FileEntriesLayer layer(String name, Predicate<Path> chosen) {
    return LayerFiles.of(name, program.folder(), "/app", program.needed().and(chosen));
  }

  private static String cause(Throwable failed) {
    Throwable first = failed.getCause() == null ? failed : failed.getCause();
    return String.valueOf(first.getMessage());
  }
}
