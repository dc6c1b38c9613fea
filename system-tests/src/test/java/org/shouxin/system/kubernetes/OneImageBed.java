package org.shouxin.system.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Builds the images and starts the node once, at the first test that asks for them. */
final class OneImageBed implements ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(OneImageBed.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ImageBed.class;
  }

  @Override
  public ImageBed resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(HERE)
        .computeIfAbsent("bed", key -> new Prepared(), Prepared.class)
        .bed;
  }

  /** The one bed of the run, in a folder that goes with it. */
  private static final class Prepared implements AutoCloseable {
    private final Path folder;
    private final ImageBed bed;

    Prepared() {
      try {
        folder = Files.createTempDirectory("shouxin-images");
        bed = ImageBed.prepare(folder);
      } catch (Exception failed) {
        throw new IllegalStateException("the node did not start", failed);
      }
    }

    @Override
    public void close() {
      bed.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException busy) {
        throw new UncheckedIOException(busy);
      }
    }
  }
}
