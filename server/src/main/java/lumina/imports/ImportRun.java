package lumina.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lumina.access.Viewer.Person;
import lumina.command.CommandRefused;
import lumina.imports.ImportReport.Line;
import lumina.imports.ImportReport.Outcome;
import lumina.imports.source.Findings;
import lumina.imports.source.SourceAlbum;
import lumina.imports.source.SourcePhoto;
import lumina.imports.source.SourcePhoto.Membership;
import lumina.upload.DuplicateCheck.Checksums;
import lumina.upload.PhotoUpload.Condition;
import org.jspecify.annotations.Nullable;

/// One import: takes what is found, several files at a time, and remembers what belongs to which
/// album, in the order in which it was found.
final class ImportRun implements Findings {
  /// Thrown in the midst of an import whose person has deleted their account, or is just deleting
  /// it.
  static final class Stopped extends CommandRefused {
    Stopped() {
      super("The account to import into is deleted.");
    }
  }

  /// As many as there are workers that decode pictures.
  private static final int AT_ONCE = 2;

  private final Person owner;
  private final ImportRequest request;
  private final ImportedPhotos photos;
  private final ImportReport report;
  private final Condition condition;
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Map<SourceAlbum, Map<Long, String>> albums = new LinkedHashMap<>();
  private final Set<Checksums> seen = ConcurrentHashMap.newKeySet();

  /// Of files that are under way. One of the same size waits, since it may be a copy: which of them
  /// becomes the photo must not depend on which is quicker.
  private final Set<Long> sizes = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Stopped stopped;
  private long number;

  ImportRun(
      Person owner,
      ImportRequest request,
      ImportedPhotos photos,
      ImportReport report,
      Condition condition) {
    this.condition = condition;
    this.owner = owner;
    this.request = request;
    this.photos = photos;
    this.report = report;
  }

  @Override
  public void found(SourcePhoto photo) {
    requireGoingOn();
    long place = number++;
    long size = photo.file().size();
    if (sizes.contains(size)) {
      waitForAll();
    }
    turns.acquireUninterruptibly();
    sizes.add(size);
    workers.execute(
        () -> {
          try {
            add(photo, place);
          } catch (Stopped now) {
            stopped = now;
          } finally {
            sizes.remove(size);
            turns.release();
          }
        });
  }

  private void waitForAll() {
    turns.acquireUninterruptibly(AT_ONCE);
    turns.release(AT_ONCE);
  }

  private void requireGoingOn() {
    Stopped now = stopped;
    if (now != null) {
      throw now;
    }
  }

  private void add(SourcePhoto photo, long place) {
    Line line =
        request.dryRun()
            ? photos.look(owner, photo, seen, report)
            : photos.add(owner, request.audience(), photo, report, condition);
    String id = line.photoId();
    if (id != null) {
      note(photo.albums(), place, id);
    }
  }

  private synchronized void note(List<Membership> of, long found, String photoId) {
    for (Membership in : of) {
      Long position = in.position();
      albums
          .computeIfAbsent(in.album(), it -> new TreeMap<>())
          .put(position == null ? found : position, photoId);
    }
  }

  @Override
  public synchronized void album(SourceAlbum album) {
    albums.putIfAbsent(album, new TreeMap<>());
  }

  @Override
  public void refused(String path, String why) {
    report.refused(path, why);
  }

  @Override
  public void missing(String path) {
    report.write(new Line(path, Outcome.NO_FILE, null, null));
  }

  /// Waits for the last files.
  ///
  /// @throws Stopped if the account was deleted meanwhile
  void finish() {
    waitForAll();
    requireGoingOn();
  }

  /// The photos of each album, in order.
  synchronized Map<SourceAlbum, List<String>> albums() {
    Map<SourceAlbum, List<String>> all = new LinkedHashMap<>();
    albums.forEach((album, photoIds) -> all.put(album, List.copyOf(photoIds.values())));
    return all;
  }

  /// Stops without leaving files of an upload behind: those that are under way end first.
  void stop() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.MINUTES)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
