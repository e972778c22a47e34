package lumina.imports.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.imports.source.SourcePhoto.About;
import lumina.imports.source.SourcePhoto.Membership;
import lumina.imports.source.SourcePhoto.Words;
import lumina.media.Place;
import lumina.media.Taken;
import lumina.photo.IndexEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what `GET /api/account/download` gives: `manifest.json` says by checksum what there is,
/// and `photos.json` which file has which checksum. Both list photos with the same checksum in the
/// same order.
///
/// An export may be in several zips, and several exports may be read at once: the files of a zip
/// with a manifest belong to that one, those of other zips to the manifest that names them.
final class LuminaExport {
  /// @param createdAt when it was posted there, in milliseconds since 1970
  private record Original(SourceFile file, long createdAt) {}

  /// No zone is further from UTC, in minutes.
  private static final int MAX_OFFSET = 18 * 60;

  private final Unclaimed all;
  private final Findings findings;
  private final Map<SourceFile, SourceFile> movies = new HashMap<>();

  /// Where those photos of an album follow that another export has.
  private final Map<SourceAlbum, Long> ends = new HashMap<>();

  /// The origins of manifests, by their path.
  private final Map<String, Set<Path>> manifests = new HashMap<>();

  LuminaExport(Unclaimed all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void read() {
    List<SourceFile> found = all.like(file -> file.name().equals("manifest.json"));
    for (SourceFile manifest : found) {
      manifests.computeIfAbsent(manifest.path(), path -> new HashSet<>()).add(manifest.origin());
    }
    Set<String> folders = new HashSet<>();
    for (SourceFile manifest : found) {
      Optional<SourceFile> photos = beside(manifest, "photos.json");
      if (photos.isPresent() && beside(manifest, "account.json").isPresent()) {
        read(manifest, photos.get());
        folders.add(manifest.folder());
      }
    }
    all.like(file -> file.isJson() && folders.contains(file.folder())).forEach(all::claim);
  }

  private Optional<SourceFile> beside(SourceFile manifest, String name) {
    return all.at(folder(manifest) + name)
        .filter(file -> belongs(file, manifest))
        .min(manifest.nearest());
  }

  private static String folder(SourceFile manifest) {
    return manifest.folder().isEmpty() ? "" : manifest.folder() + "/";
  }

  private boolean belongs(SourceFile file, SourceFile manifest) {
    return file.origin().equals(manifest.origin())
        || !manifests.getOrDefault(manifest.path(), Set.of()).contains(file.origin());
  }

  private void read(SourceFile manifest, SourceFile photos) {
    all.claim(photos);
    Map<String, List<Original>> originals = originals(photos, files(manifest));
    Map<String, List<Membership>> albums = albums(manifest);
    Map<String, Integer> counts = new HashMap<>();
    boolean whole =
        SourceJson.elements(
            manifest,
            (field, photo) -> {
              if (field.equals("photos")) {
                String checksum = SourceJson.text(photo, "checksum");
                int number = counts.merge(checksum, 1, Integer::sum);
                photo(photo, number, originals.getOrDefault(checksum, List.of()), albums);
              }
            });
    if (!whole) {
      findings.refused(manifest.path(), "it breaks off");
    }
  }

  private List<SourceFile> files(SourceFile manifest) {
    String folder = folder(manifest) + "photos/";
    return all.like(file -> file.path().startsWith(folder) && belongs(file, manifest)).stream()
        .sorted(manifest.nearest())
        .toList();
  }

  private Map<String, List<Original>> originals(SourceFile photos, List<SourceFile> files) {
    Map<String, SourceFile> byId = pictures(files);
    Map<String, List<Original>> byChecksum = new HashMap<>();
    var _ =
        SourceJson.elements(
            photos,
            (field, photo) -> {
              SourceFile file = byId.get(SourceJson.text(photo, "photo_id"));
              if (file != null && photo.path("trashed_at").isNumber()) {
                all.claim(file);
                findings.refused(file.path(), "it was in the trash there");
              } else if (file != null) {
                byChecksum
                    .computeIfAbsent(SourceJson.text(photo, "checksum"), it -> new ArrayList<>())
                    .add(new Original(file, photo.path("created_at").asLong(0)));
              }
            });
    return byChecksum;
  }

  /// Returns the files by the ids of their photos, and notes the movies beside them.
  private Map<String, SourceFile> pictures(List<SourceFile> files) {
    Map<String, SourceFile> byId =
        files.stream()
            .collect(
                Collectors.toMap(
                    LuminaExport::id, file -> file, (one, two) -> isMovie(one) ? two : one));
    for (SourceFile file : files) {
      SourceFile picture = Objects.requireNonNull(byId.get(id(file)));
      if (isMovie(file) && !isMovie(picture)) {
        movies.put(picture, file);
        all.claim(file);
      }
    }
    return byId;
  }

  private static String id(SourceFile file) {
    return file.name().replaceFirst("\\..*", "");
  }

  /// A video, or the moving part of a picture, which is beside it.
  private static boolean isMovie(SourceFile file) {
    return file.name().endsWith(".mov");
  }

  private Map<String, List<Membership>> albums(SourceFile manifest) {
    Map<String, List<Membership>> albums = new HashMap<>();
    Map<List<String>, Integer> counts = new HashMap<>();
    var _ =
        SourceJson.elements(
            manifest,
            (field, json) -> {
              if (field.equals("albums")) {
                album(json, counts, albums);
              }
            });
    return albums;
  }

  private void album(
      JsonNode json, Map<List<String>, Integer> counts, Map<String, List<Membership>> albums) {
    SourceAlbum album =
        SourceAlbum.next(
            counts, SourceJson.text(json, "title"), SourceJson.text(json, "description"));
    findings.album(album);
    long position = ends.getOrDefault(album, 0L);
    for (JsonNode checksum : json.path("photos")) {
      albums
          .computeIfAbsent(checksum.asString(""), it -> new ArrayList<>())
          .add(new Membership(album, position++));
    }
    ends.put(album, position);
  }

  /// @param number of the photo among those with the same original, from 1
  private void photo(
      JsonNode json, int number, List<Original> same, Map<String, List<Membership>> albums) {
    String checksum = SourceJson.text(json, "checksum");
    if (number > same.size()) {
      findings.missing("photo " + checksum);
      return;
    }
    SourceFile file = same.get(number - 1).file();
    String reference = number == 1 ? checksum : checksum + "-" + number;
    all.claim(file);
    findings.found(
        new SourcePhoto(
            file.undated(),
            SourceJson.about(file, findings, () -> about(json)),
            albums.getOrDefault(reference, List.of()),
            movies.get(file),
            here -> here(same, number, here)));
  }

  /// Each photo of an export is a photo of its own. It is here already if one with its original was
  /// posted at its time; those without one are taken for those that are left here, in order.
  private static Optional<IndexEntry> here(List<Original> same, int number, List<IndexEntry> here) {
    Set<Long> times = here.stream().map(IndexEntry::createdAt).collect(Collectors.toSet());
    Set<Long> theirs = same.stream().map(Original::createdAt).collect(Collectors.toSet());
    long mine = same.get(number - 1).createdAt();
    Stream<IndexEntry> possible =
        times.contains(mine)
            ? here.stream().filter(photo -> photo.createdAt() == mine)
            : here.stream()
                .filter(photo -> !theirs.contains(photo.createdAt()))
                .skip(
                    same.stream()
                        .limit(number - 1)
                        .filter(other -> !times.contains(other.createdAt()))
                        .count());
    return possible.findFirst();
  }

  private static About about(JsonNode json) {
    List<String> comments =
        json.path("comments")
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .toList();
    Taken posted = Moments.ofMillis(SourceJson.number(json, "created_at"));
    return new About(
        words(json),
        json.path("file_name").asString(""),
        taken(json.path("taken")),
        place(json.path("place")),
        posted == null ? null : posted.at(),
        comments);
  }

  private static Words words(JsonNode json) {
    List<String> tags = new ArrayList<>();
    json.path("tags").forEach(tag -> tags.add(tag.asString("")));
    return new Words(
        SourceJson.text(json, "topic"),
        SourceJson.text(json, "caption"),
        SourceJson.text(json, "alt"),
        tags);
  }

  /// Null if the file itself says it, or nobody does.
  private static @Nullable Taken taken(JsonNode json) {
    Taken.Source from = Taken.Source.named(json.path("from").asString(""));
    boolean ofFile = from != Taken.Source.FILE && from != Taken.Source.PERSON;
    Taken taken = ofFile ? null : Moments.ofMillis(SourceJson.number(json, "at"));
    Double offset = SourceJson.number(json, "offset");
    Integer zone = offset == null || Math.abs(offset) > MAX_OFFSET ? null : offset.intValue();
    return taken == null ? null : new Taken(taken.at(), zone, from);
  }

  private static @Nullable Place place(JsonNode json) {
    Place place =
        Places.of(SourceJson.number(json, "latitude"), SourceJson.number(json, "longitude"));
    return place == null ? null : Places.at(place, SourceJson.number(json, "altitude"));
  }
}
