package lumina.media.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The start of a command of ffmpeg, for processes that are confined already.
public final class FfmpegCommand {
  /// Quiet, without a terminal, and over existing files.
  static final List<String> OPTIONS =
      List.of("-nostdin", "-hide_banner", "-loglevel", "error", "-y");

  private FfmpegCommand() {}

  /// @param programs the folder of the programs
  public static List<String> of(Path programs) {
    List<String> command = new ArrayList<>(List.of(programs.resolve("ffmpeg").toString()));
    command.addAll(OPTIONS);
    return command;
  }

  /// The variables that the programs need.
  ///
  /// @param temporary the folder of their temporary files
  public static Map<String, String> environment(Path programs, Path temporary) {
    return Map.of(
        "LC_ALL",
        "C.UTF-8",
        "MALLOC_ARENA_MAX",
        "2",
        "TMPDIR",
        temporary.toString(),
        "LD_LIBRARY_PATH",
        programs.toString());
  }
}
