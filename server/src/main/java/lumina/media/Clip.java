package lumina.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The moving part of an original.
///
/// @param playable a file that every browser plays, without private metadata; null as long as it
///   has to be made
/// @param source the moving part as it came, if it is a file of its own beside a still picture
public record Clip(Playback playback, @Nullable Path playable, @Nullable Path source) {}
