package org.shouxin.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;

/**
 * The book of the demo: the shared one beside the project, or else a sample of the same shape that
 * the project's own generator makes.
 */
record DemoBook(Path file, Path staff) {
  private static final String GENERATOR = "org.shouxin.records.intake.sample.SampleBook";

  static DemoBook find(Layout layout) throws IOException {
    DemoBook shared =
        new DemoBook(
            layout.sharedData().resolve("book-donghai.csv"),
            layout.sharedData().resolve("staff-donghai.csv"));
    return Files.isReadable(shared.file()) && Files.isReadable(shared.staff())
        ? shared
        : sample(layout);
  }

  private static DemoBook sample(Layout layout) throws IOException {
    DemoBook sample =
        new DemoBook(
            layout.demo().resolve("book-sample.csv"), layout.demo().resolve("staff-sample.csv"));
    if (!Files.exists(sample.staff())) {
      generate(layout);
    }
    return sample;
  }

  private static void generate(Layout layout) throws IOException {
    Path application = layout.project().resolve("records-service/target/quarkus-app");
    Path log = layout.logs().resolve("sample-book.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    application.resolve("app/*") + ":" + application.resolve("lib/main/*"),
                    GENERATOR,
                    layout.demo().toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new LauncherException("The sample book could not be made; see " + log + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while the sample book was made.", e);
    }
  }
}
