package lumina.account.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.TreeMap;
import lumina.access.Viewer.Person;
import lumina.album.AlbumExport.ExportedAlbum;
import lumina.comment.Commenting.ExportedComment;
import lumina.media.Place;
import lumina.media.Taken;
import lumina.photo.PhotoJson;
import lumina.photo.detail.PhotoText;
import org.jspecify.annotations.Nullable;

/// Collects what an import of an export restores, by checksum and without ids: an export of what
/// was imported has the same manifest. What an import does not restore is not part of it: who may
/// see what, what lies in the trash, and what other people wrote.
final class ExportManifest {
  /// @param checksum SHA-256 of the original in hex
  /// @param createdAt in milliseconds since 1970
  /// @param comments of the person themselves, oldest first
  record ManifestPhoto(
      String checksum,
      String fileName,
      @JsonUnwrapped PhotoText text,
      Taken taken,
      @Nullable Place place,
      long createdAt,
      List<String> comments) {}

  /// @param photos their checksums, in the order of the album; of the second photo with a checksum
  ///   `-2` follows, and so on
  record ManifestAlbum(String title, String description, List<String> photos) {}

  record Manifest(
      String format,
      int version,
      SequencedCollection<ManifestPhoto> photos,
      List<ManifestAlbum> albums) {}

  private static final String FORMAT = "lumina-export";
  private static final int VERSION = 1;

  private final Person owner;
  private final Map<String, List<ManifestPhoto>> photos = new TreeMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final List<ExportedAlbum> albums = new ArrayList<>();
  private final Map<String, List<String>> comments = new HashMap<>();

  ExportManifest(Person owner) {
    this.owner = owner;
  }

  /// @param piece some data of the person
  void take(Object piece) {
    if (piece instanceof ExportedAlbum album && owner.is(album.userId())) {
      albums.addFirst(album);
    } else if (piece instanceof ExportedComment comment) {
      comments.computeIfAbsent(comment.photoId(), it -> new ArrayList<>()).addFirst(comment.text());
    }
  }

  /// A photo without a checksum is from before an upgrade, and is asked for it soon.
  void take(PhotoJson photo, String fileName) {
    String checksum = photo.checksum();
    if (checksum == null || photo.trashedAt() != null) {
      return;
    }
    List<ManifestPhoto> same = photos.computeIfAbsent(checksum, it -> new ArrayList<>());
    same.add(
        new ManifestPhoto(
            checksum,
            fileName,
            photo.text(),
            new Taken(photo.takenAt(), photo.takenOffset(), photo.takenFrom()),
            photo.place(),
            photo.createdAt(),
            comments.getOrDefault(photo.photoId(), List.of())));
    references.put(photo.photoId(), same.size() == 1 ? checksum : checksum + "-" + same.size());
  }

  Manifest json() {
    List<ManifestAlbum> sorted =
        albums.stream()
            .map(
                album ->
                    new ManifestAlbum(
                        album.title(),
                        album.description(),
                        album.photoIds().stream()
                            .map(references::get)
                            .filter(Objects::nonNull)
                            .toList()))
            .sorted(
                Comparator.comparing(ManifestAlbum::title)
                    .thenComparing(ManifestAlbum::description)) // then the oldest first
            .toList();
    return new Manifest(
        FORMAT, VERSION, photos.values().stream().flatMap(List::stream).toList(), sorted);
  }
}
