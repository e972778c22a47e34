package lumina.media.still;

import java.nio.file.Path;

/// Runs in a process of its own, since it loads the engine: says of each file whether our policy
/// lets it be opened.
final class LoaderProbe {
  private LoaderProbe() {}

  public static void main(String[] args) {
    Vips vips = new Vips(Path.of(args[0]));
    for (int i = 1; i < args.length; i++) {
      Path file = Path.of(args[i]);
      try (VipsSession session = new VipsSession(vips)) {
        session.open(file);
        System.out.println(file.getFileName());
      } catch (VipsFailed closed) {
        System.err.println(file + ": " + closed.getMessage());
      }
    }
  }
}
