package lumina.video;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lumina.job.JobPostponed;
import lumina.job.JobQueue;
import lumina.job.RecurringJob;
import lumina.media.Clip;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import lumina.media.RefusedImage;
import lumina.media.video.VideoEngine;
import lumina.media.worker.EngineUnavailable;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoEvents;
import lumina.photo.PhotoRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the files that browsers play of all videos that need one: one at a time, the first upload
/// first. The rows of the photos are the queue, so that none is forgotten: not when a process dies,
/// and not after a move.
@Component
class Transcoding implements Measured {
  private static final Logger log = LoggerFactory.getLogger(Transcoding.class);
  private static final String JOB = "transcoding";

  /// How soon a video is found that was uploaded when the last one was just done.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /// ffmpeg may fail because the machine has too little of something at the moment.
  private static final int TRIES = 2;

  private final LongAdder ready = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final PhotoRows rows;
  private final VideoFiles files;
  private final VideoEngine engine;
  private final JobQueue queue;
  private final ApplicationEventPublisher publisher;
  private final Lock turn = new ReentrantLock();

  Transcoding(
      PhotoRows rows,
      VideoFiles files,
      VideoEngine engine,
      JobQueue queue,
      ApplicationEventPublisher publisher) {
    this.rows = rows;
    this.files = files;
    this.engine = engine;
    this.queue = queue;
    this.publisher = publisher;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.counter("lumina.videos", "Videos that were transcoded", ready::sum)
            .with("outcome", "ready"),
        Measure.counter("lumina.videos", "Videos that were transcoded", failed::sum)
            .with("outcome", "failed"));
  }

  @Bean
  RecurringJob transcodingJob() {
    return new RecurringJob(JOB, PAUSE, true, this::run);
  }

  @EventListener
  void filmed(PhotoEvents.Filmed photo) {
    queue.hasten(List.of(JOB));
  }

  /// A video whose file cannot be read or stored waits for the next run, and the others go on.
  private void run() {
    if (!engine.transcodes()) {
      return;
    }
    Set<String> retried = queue.payloads(TranscodingRetry.NAME);
    long after = 0;
    Optional<IndexEntry> next = rows.toTranscode(after);
    while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
      after = next.get().sortKey();
      if (!retried.contains(next.get().photoId())) {
        transcode(next.get());
      }
      next = rows.toTranscode(after);
    }
  }

  private void transcode(IndexEntry photo) {
    try {
      turn.lock();
      try {
        make(photo);
      } finally {
        turn.unlock();
      }
    } catch (EngineUnavailable ended) {
      if (Thread.currentThread().isInterrupted()) {
        log.info("Video {} is transcoded after the next start", photo.photoId());
        return;
      }
      log.warn("Video {} could not be transcoded: {}", photo.photoId(), ended.getMessage());
      queue.add(TranscodingRetry.NAME, photo.photoId());
    } catch (IOException later) {
      log.warn("Video {} could not be transcoded, retry later", photo.photoId(), later);
    }
  }

  /// @throws JobPostponed if another video is being encoded, or the server stops
  /// @throws EngineUnavailable if the encoding was ended from outside again
  void retry(IndexEntry photo) throws IOException {
    if (!engine.transcodes() || !turn.tryLock()) {
      throw new JobPostponed("Another video is being encoded, or none is.");
    }
    try {
      make(photo);
    } catch (EngineUnavailable ended) {
      throw Thread.currentThread().isInterrupted() ? new JobPostponed("The server stops.") : ended;
    } finally {
      turn.unlock();
    }
  }

  void giveUp(IndexEntry photo) {
    if (photo.status() == Playback.Status.PROCESSING) {
      end(photo, Playback.Status.FAILED);
    }
  }

  private void make(IndexEntry photo) throws IOException {
    if (!files.fetch(photo, (source, folder) -> make(photo, source, folder))) {
      end(photo, Playback.Status.FAILED);
    }
  }

  private void make(IndexEntry photo, Path source, Path folder) throws IOException {
    ImageFormat format = ImageFormat.of(source).orElse(ImageFormat.MP4);
    for (int tried = 1; ; tried++) {
      try {
        Clip clip = engine.transcode(source, format, folder, done -> progress(photo, done));
        keep(photo, clip);
        return;
      } catch (RefusedImage refused) {
        log.warn(
            "Video {} cannot be transcoded (try {} of {}): {}",
            photo.photoId(),
            tried,
            TRIES,
            refused.getMessage());
        if (tried == TRIES) {
          end(photo, Playback.Status.FAILED);
          return;
        }
      }
    }
  }

  private void keep(IndexEntry photo, Clip clip) throws IOException {
    Path playable = clip.playable();
    if (playable != null) {
      files.keep(photo.photoId(), playable);
    }
    if (rows.playable(photo.photoId(), clip.playback())) {
      ready.increment();
      tell(photo, Playback.Status.READY, 1);
    } else {
      files.discard(photo.photoId());
    }
  }

  private void end(IndexEntry photo, Playback.Status status) {
    failed.increment();
    Playback before = photo.playback();
    if (before != null && rows.playable(photo.photoId(), before.with(status))) {
      tell(photo, status, 1);
    }
  }

  private void progress(IndexEntry photo, double done) {
    tell(photo, Playback.Status.PROCESSING, done);
  }

  private void tell(IndexEntry photo, Playback.Status status, double progress) {
    publisher.publishEvent(
        new PhotoEvents.Played(
            photo.photoId(), photo.userId(), photo.audience(), status, progress));
  }
}
