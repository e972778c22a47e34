package lumina.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import lumina.job.Job;
import lumina.media.Playback;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import org.springframework.stereotype.Component;

/// Tries a video again whose encoding was ended from outside, for example because the machine ran
/// out of memory: after longer and longer pauses, until it is given up.
@Component
class TranscodingRetry implements Job {
  static final String NAME = "transcoding-retry";

  private final PhotoRows rows;
  private final Transcoding transcoding;

  TranscodingRetry(PhotoRows rows, Transcoding transcoding) {
    this.rows = rows;
    this.transcoding = transcoding;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String photoId) {
    for (PhotoRows.Row row : rows.among(Set.of(photoId))) {
      try {
        if (waits(row.entry())) {
          transcoding.retry(row.entry());
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /// An operator may retry a video that was given up.
  private static boolean waits(IndexEntry photo) {
    return photo.playback() != null && photo.status() != Playback.Status.READY;
  }

  @Override
  public void givenUp(String photoId) {
    rows.among(Set.of(photoId)).forEach(row -> transcoding.giveUp(row.entry()));
  }
}
