package lumina.media.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lumina.media.still.Derivation.Output;

/// One picture to make; without outputs, only its capture is read.
///
/// @param mostPixels limit for [Derivation#pixelsToDecode]; the worker does not start a picture
///   above it
/// @param programs the folder of ffmpeg; empty if the picture needs none, or there is none
/// @param outputs the largest first
record WorkerJob(Path original, long mostPixels, Optional<Path> programs, List<Output> outputs) {}
