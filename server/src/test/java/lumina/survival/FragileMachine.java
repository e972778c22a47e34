package lumina.survival;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lumina.stores.FreePort;

/// A Lumina on one machine whose disk becomes full and whose image workers die. Its disk is a small
/// one in memory, which only root can mount.
public final class FragileMachine implements Fragile {
  private static final int WORKERS = 20;

  private final Path disk = Files.createTempDirectory("lumina-disk");
  private final Map<String, String> settings =
      Map.of("LUMINA_DATA", disk.toString(), "PORT", Integer.toString(FreePort.find()));
  private final Path filler = disk.resolve("filler");
  private final KilledServer server;

  public FragileMachine() throws IOException, InterruptedException {
    run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString());
    server = new KilledServer(settings);
    server.awaitReady();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  @Override
  public String address() {
    return server.address();
  }

  @Override
  public Map<String, String> settings() {
    return settings;
  }

  @Override
  public Map<String, Runnable> faults() {
    Map<String, Runnable> faults = new LinkedHashMap<>();
    faults.put("disk full", this::fill);
    faults.put("image workers killed %d times".formatted(WORKERS), this::killWorkers);
    return faults;
  }

  /// Leaves no room for a single page.
  private void fill() {
    byte[] page = new byte[1 << 12];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      // that is what is wanted
    }
  }

  private void killWorkers() {
    for (int i = 0; i < WORKERS; i++) {
      server.killChildren();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  @Override
  public void mend() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it, and takes its disk away.
  public void stop() throws IOException, InterruptedException {
    server.stop();
    run("umount", disk.toString());
    Files.delete(disk);
  }
}
