package lumina.imports.source;

import java.util.ArrayList;
import java.util.HashMap;
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
final class LuminaExport {
  /// @param createdAt when it was posted there, in milliseconds since 1970
  private record Original(SourceFile file, long createdAt) {}

  /// No zone is further from UTC, in minutes.
  private static final int MAX_OFFSET = 18 * 60;

  private final Unclaimed all;
  private final Findings findings;
  private final Map<SourceFile, SourceFile> movies = new HashMap<>();

  LuminaExport(Unclaimed all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void read() {
    for (SourceFile manifest : all.like(file -> file.name().equals("manifest.json"))) {
      String folder = manifest.folder().isEmpty() ? "" : manifest.folder() + "/";
      Optional<SourceFile> photos = all.at(folder + "photos.json");
      if (photos.isPresent() && all.at(folder + "account.json").isPresent()) {
        read(manifest, photos.get(), folder);
      }
    }
  }

  private void read(SourceFile manifest, SourceFile photos, String folder) {
    Map<String, List<Original>> originals = originals(photos, folder + "photos/");
    all.like(file -> file.isJson() && (folder + file.name()).equals(file.path()))
        .forEach(all::claim);
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

  private Map<String, List<Original>> originals(SourceFile photos, String folder) {
    Map<String, SourceFile> byId = pictures(all.like(file -> file.path().startsWith(folder)));
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
    long position = 0;
    for (JsonNode checksum : json.path("photos")) {
      albums
          .computeIfAbsent(checksum.asString(""), it -> new ArrayList<>())
          .add(new Membership(album, position++));
    }
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
