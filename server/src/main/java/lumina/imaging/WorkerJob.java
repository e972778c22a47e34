package lumina.imaging;

import java.nio.file.Path;
import java.util.List;
import lumina.imaging.Derivation.Output;

/// One picture to make.
///
/// @param mostPixels see [Derivation#pixelsToDecode]; what takes more is not begun
/// @param outputs the largest first
record WorkerJob(Path original, long mostPixels, List<Output> outputs) {}
