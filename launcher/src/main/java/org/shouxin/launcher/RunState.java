package org.shouxin.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.shouxin.launcher.process.PidFile;

/** That a launcher looks after a home: at most one, and where the others find it. */
public final class RunState implements AutoCloseable {
  private static final String LAUNCHER = "launcher";

  private final Layout layout;
  private final FileChannel channel;

  private RunState(Layout layout, FileChannel channel) {
    this.layout = layout;
    this.channel = channel;
  }

  /** Takes the home for this process; throws when another launcher has it. */
  static RunState take(Layout layout) throws IOException {
    FileChannel channel =
        FileChannel.open(
            layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      String pid =
          launcher(layout.home()).map(process -> " as process " + process.pid()).orElse("");
      throw new LauncherException(
          "Shouxin already runs here" + pid + ". See ./shouxin status, or stop it: ./shouxin down");
    }
    Files.deleteIfExists(readyFile(layout.home()));
    PidFile.of(layout.run(), LAUNCHER).write(ProcessHandle.current());
    Properties state = new Properties();
    state.setProperty("portOffset", Integer.toString(layout.portOffset()));
    StringWriter text = new StringWriter();
    state.store(text, "The running installation");
    OwnerOnly.write(stateFile(layout.home()), text.toString());
    return new RunState(layout, channel);
  }

  /** Tells others that everything is up. */
  void ready() throws IOException {
    OwnerOnly.write(readyFile(layout.home()), "");
  }

  /** True when everything is up. */
  public static boolean isReady(Path home) {
    return Files.exists(readyFile(home)) && launcher(home).isPresent();
  }

  /** The launcher that looks after this home, if one runs. */
  public static Optional<ProcessHandle> launcher(Path home) {
    return PidFile.of(home.resolve("run"), LAUNCHER).find();
  }

  /** The port offset of the last start of this home. */
  public static OptionalInt portOffset(Path home) throws IOException {
    if (!Files.exists(stateFile(home))) {
      return OptionalInt.empty();
    }
    Properties state = new Properties();
    try (Reader reader = Files.newBufferedReader(stateFile(home))) {
      state.load(reader);
    }
    return OptionalInt.of(Integer.parseInt(state.getProperty("portOffset", "0")));
  }

  private static Path readyFile(Path home) {
    return home.resolve("run").resolve("ready");
  }

  private static Path stateFile(Path home) {
    return home.resolve("installation.properties");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(readyFile(layout.home()));
    PidFile.of(layout.run(), LAUNCHER).delete();
    channel.close();
  }
}
