package lumina.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Mounts disks for tests, which only root can do.
public final class Mounts {
  private Mounts() {}

  /// @return false if this system allows it to nobody
  public static boolean mount(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("mount"), Stream.of(arguments)).toList();
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  /// @return false if this system allows it to nobody
  public static boolean readOnly(Path folder) throws Exception {
    return mount("--bind", folder.toString(), folder.toString())
        && mount("-o", "remount,bind,ro", folder.toString());
  }

  public static boolean unmount(Path folder) throws Exception {
    return new ProcessBuilder("umount", "-l", folder.toString()).start().waitFor() == 0;
  }
}
