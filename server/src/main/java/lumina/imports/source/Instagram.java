package lumina.imports.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lumina.media.Place;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads exports of Instagram in JSON: posts, stories and profile pictures (`posts_1.json`,
/// `stories.json` …), and the `media.json` of exports before 2021.
///
/// The files are in `media`, beside some folders above the JSON. Photos in messages are of other
/// people too, and stay out.
final class Instagram {
  private static final Pattern LIST =
      Pattern.compile(
          "(posts_\\d+|stories|profile_photos|archived_posts|igtv_videos|reels|media)\\.json");

  /// The length of `2016-02-03T10:11:12`, before the offset.
  private static final int CLOCK = 19;

  private final Unclaimed all;
  private final Findings findings;

  /// What is described first counts: a list may name a file twice.
  private final Map<SourceFile, SourcePhoto.About> photos = new LinkedHashMap<>();

  Instagram(Unclaimed all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void read() {
    for (SourceFile list : all.like(file -> LIST.matcher(file.name()).matches())) {
      read(list);
    }
    photos.forEach(
        (file, about) -> {
          all.claim(file);
          findings.found(new SourcePhoto(file, about, List.of()));
        });
    for (SourceFile file : all.like(file -> file.path().contains("messages/inbox/"))) {
      all.claim(file);
      findings.refused(file.path(), "it belongs to a conversation");
    }
  }

  private void read(SourceFile list) {
    boolean[] ours = new boolean[1];
    boolean whole = SourceJson.elements(list, (field, element) -> ours[0] |= post(list, element));
    if (ours[0]) {
      all.claim(list);
      if (!whole) {
        findings.refused(list.path(), "it breaks off, so some texts may be missing");
      }
    }
  }

  /// A post of several photos has a text of its own; each may have one too.
  private boolean post(SourceFile list, JsonNode element) {
    JsonNode media = element.path("media");
    if (!media.isArray()) {
      return photo(list, element, element);
    }
    boolean any = false;
    for (JsonNode one : media) {
      any |= photo(list, one, element);
    }
    return any;
  }

  private boolean photo(SourceFile list, JsonNode media, JsonNode post) {
    String uri = SourceJson.text(media, media.has("uri") ? "uri" : "path");
    if (!media.has("uri") && !media.has("path")) {
      return false;
    }
    Optional<SourceFile> file = beside(list, uri);
    file.ifPresentOrElse(
        found ->
            photos.computeIfAbsent(
                found, it -> SourceJson.about(it, findings, () -> about(media, post))),
        () -> findings.missing(list.path() + ": " + uri));
    return true;
  }

  private Optional<SourceFile> beside(SourceFile list, String uri) {
    String folder = list.folder();
    while (true) {
      String path = folder.isEmpty() ? uri : folder + "/" + uri;
      Optional<SourceFile> found = all.at(path).min(list.nearest());
      if (found.isPresent() || folder.isEmpty()) {
        return found;
      }
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
  }

  private static SourcePhoto.About about(JsonNode media, JsonNode post) {
    String text = text(media);
    Taken taken = taken(media);
    return SourcePhoto.About.of(
        SourcePhoto.Words.caption(text.isEmpty() ? text(post) : text),
        taken == null ? taken(post) : taken,
        place(media));
  }

  private static String text(JsonNode node) {
    return decoded(SourceJson.text(node, node.has("caption") ? "caption" : "title"));
  }

  /// Instagram writes each byte of UTF-8 as a character of its own.
  static String decoded(String text) {
    if (text.chars().anyMatch(c -> c > 0xFF)) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException properText) {
      return text;
    }
  }

  private static @Nullable Taken taken(JsonNode node) {
    Double seconds = SourceJson.number(node, "creation_timestamp");
    if (seconds != null) {
      return Moments.ofSeconds(seconds);
    }
    String old = SourceJson.text(node, "taken_at");
    return Moments.ofClock(old.substring(0, Math.min(old.length(), CLOCK)));
  }

  private static @Nullable Place place(JsonNode media) {
    for (JsonNode data : media.path("media_metadata").path("photo_metadata").path("exif_data")) {
      Place place =
          Places.of(SourceJson.number(data, "latitude"), SourceJson.number(data, "longitude"));
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
