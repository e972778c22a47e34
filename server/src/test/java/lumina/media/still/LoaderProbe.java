package lumina.media.still;

import java.nio.file.Path;

/// Reports for each file whether our policy lets the engine open it. Runs in a separate process,
/// because it loads the engine.
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
