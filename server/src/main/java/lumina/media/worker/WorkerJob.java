package lumina.media.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lumina.media.still.Derivation.Output;
import lumina.media.worker.WorkerProtocol.Task;

/// One picture to make or to look at.
///
/// @param mostPixels limit for [Derivation#pixelsToDecode]; the worker does not start a picture
///   above it
/// @param programs the folder of ffmpeg; empty if the picture needs none, or there is none
/// @param outputs the largest first
record WorkerJob(
    Task task, Path original, long mostPixels, Optional<Path> programs, List<Output> outputs) {
  /// A job that makes no files.
  static WorkerJob reading(Task task, Path picture) {
    return new WorkerJob(task, picture, 0, Optional.empty(), List.of());
  }

  static WorkerJob deriving(
      Path original, long mostPixels, Optional<Path> programs, List<Output> outputs) {
    return new WorkerJob(Task.DERIVE, original, mostPixels, programs, outputs);
  }
}
