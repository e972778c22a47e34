package lumina.media.video;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/// Tells how much of a file ffmpeg has made, every two seconds until it is closed.
final class ProgressWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Thread thread;

  /// @param seconds the length of the whole; 0 if unknown, then nothing is told
  ProgressWatch(VideoFile file, double seconds, DoubleConsumer progress) {
    thread =
        Thread.startVirtualThread(
            () -> {
              try {
                while (seconds > 0) {
                  Thread.sleep(PAUSE);
                  progress.accept(Math.min(1, file.converted() / seconds));
                }
              } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
