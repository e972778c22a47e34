package lumina.media.worker;

import java.nio.file.Path;
import java.util.List;
import lumina.media.still.Derivation.Output;

/// One picture to make; without outputs, only its capture is read.
///
/// @param mostPixels limit for [Derivation#pixelsToDecode]; the worker does not start a picture
///   above it
/// @param outputs the largest first
record WorkerJob(Path original, long mostPixels, List<Output> outputs) {}
