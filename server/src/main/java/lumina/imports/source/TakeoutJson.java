package lumina.imports.source;

import java.util.Objects;
import java.util.stream.Stream;
import lumina.media.Place;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON of Google Photos, about a photo or an album.
///
/// The names of people are left out, because everybody who sees a photo would read them. So is
/// whether it was a favourite: nobody likes their own photos here.
record TakeoutJson(JsonNode json) {
  /// Returns what the file says, or null if it cannot be read or says nothing.
  static @Nullable TakeoutJson in(SourceFile file) {
    JsonNode read = SourceJson.tree(file);
    return read == null || !read.isObject() || read.isEmpty() ? null : new TakeoutJson(read);
  }

  boolean isPhoto() {
    return json.path("photoTakenTime").has("timestamp");
  }

  boolean isAlbum() {
    return json.has("albumData") || (json.has("title") && !json.has("url"));
  }

  boolean isTrashed() {
    return json.path("trashed").asBoolean(false);
  }

  /// The album, or null if it has no title; folders of a day or a year are called by it in old
  /// exports.
  @Nullable SourceAlbum album() {
    JsonNode album = json.has("albumData") ? json.path("albumData") : json;
    String title = SourceJson.text(album, "title");
    boolean day = title.matches("\\d{4}(-\\d\\d-\\d\\d.*)?");
    return title.isEmpty() || day
        ? null
        : new SourceAlbum(title, SourceJson.text(album, "description"), 0);
  }

  SourcePhoto.About about() {
    return SourcePhoto.About.of(
        SourcePhoto.Words.caption(SourceJson.text(json, "description")), taken(), place());
  }

  /// A moment, since Google does not say which time the clocks there showed.
  private @Nullable Taken taken() {
    return Moments.ofSeconds(SourceJson.number(json.path("photoTakenTime"), "timestamp"));
  }

  /// Google writes zeros for an unknown place.
  private @Nullable Place place() {
    return Stream.of("geoData", "geoDataExif")
        .map(json::path)
        .filter(geo -> geo.path("latitude").asDouble(0) != 0)
        .map(
            geo ->
                Places.of(SourceJson.number(geo, "latitude"), SourceJson.number(geo, "longitude")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
