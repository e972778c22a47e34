package lumina.media.worker;

import java.nio.file.Path;
import java.util.List;
import lumina.media.still.Derivation.Output;

/// One picture to make.
///
/// @param mostPixels see [Derivation#pixelsToDecode]; what takes more is not begun
/// @param outputs the largest first
record WorkerJob(Path original, long mostPixels, List<Output> outputs) {}
