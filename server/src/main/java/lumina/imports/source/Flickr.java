package lumina.imports.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.imports.source.SourcePhoto.Membership;
import lumina.media.Place;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads exports of Flickr: `photo_123.json` in one zip, and in others the files, whose names hold
/// the same number (`boat_123_o.jpg`).
final class Flickr {
  private static final Pattern DESCRIPTION = Pattern.compile("photo_(\\d+)\\.json");
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])(\\d{5,})(?![0-9A-Za-z])");
  private static final double MILLIONTHS = 1e6;

  private final Unclaimed all;
  private final Findings findings;
  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<String, List<Membership>> albums = new HashMap<>();
  private final Map<List<String>, Integer> sameAlbums = new HashMap<>();
  private final Set<SourceAlbum> empty = new LinkedHashSet<>();

  Flickr(Unclaimed all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void read() {
    List<SourceFile> descriptions = all.like(file -> DESCRIPTION.matcher(file.name()).matches());
    if (descriptions.isEmpty()) {
      return;
    }
    all.like(file -> !file.isJson()).forEach(this::number);
    all.like(file -> file.name().equals("albums.json")).forEach(this::readAlbums);
    for (SourceFile json : descriptions) {
      all.claim(json);
      Matcher id = DESCRIPTION.matcher(json.name());
      describe(json, id.matches() ? id.group(1) : "");
    }
    for (SourceAlbum album : empty) {
      findings.refused("album " + album.title(), "none of its photos is here");
    }
  }

  /// The albums in one file tell their order, which those in the descriptions do not.
  private void readAlbums(SourceFile json) {
    all.claim(json);
    boolean whole = SourceJson.elements(json, (field, album) -> readAlbum(album));
    if (!whole) {
      findings.refused(json.path(), "it breaks off, so albums may be incomplete");
    }
  }

  private void readAlbum(JsonNode album) {
    SourceAlbum ordered =
        SourceAlbum.next(
            sameAlbums, SourceJson.text(album, "title"), SourceJson.text(album, "description"));
    empty.add(ordered);
    long position = 0;
    for (JsonNode id : album.path("photos")) {
      albums
          .computeIfAbsent(id.asString(""), it -> new ArrayList<>())
          .add(new Membership(ordered, position++));
    }
  }

  private void number(SourceFile file) {
    Matcher numbers = NUMBER.matcher(file.name().replace('_', ' '));
    while (numbers.find()) {
      files.put(numbers.group(1), file);
    }
  }

  private void describe(SourceFile json, String id) {
    JsonNode about = SourceJson.tree(json);
    SourceFile file = files.get(id);
    if (about == null) {
      findings.refused(json.path(), "it is no JSON that can be read");
    } else if (file == null) {
      findings.missing(json.path());
    } else {
      all.claim(file);
      findings.found(
          new SourcePhoto(
              file, SourceJson.about(file, findings, () -> about(about, file)), albums(about, id)));
    }
  }

  private static SourcePhoto.About about(JsonNode json, SourceFile file) {
    List<String> tags = new ArrayList<>();
    json.path("tags").forEach(tag -> tags.add(SourceJson.text(tag, "tag")));
    return SourcePhoto.About.of(
        new SourcePhoto.Words("", caption(json, file), "", tags), taken(json), place(json));
  }

  /// The name is part of the caption if somebody wrote it.
  private static String caption(JsonNode json, SourceFile file) {
    String name = SourceJson.text(json, "name");
    boolean ofCamera =
        SourceFile.key(file.name()).startsWith(SourceFile.key(name).replace(' ', '-'))
            && name.matches("\\S*\\d{3,}\\S*");
    return Stream.of(ofCamera ? "" : name, SourceJson.text(json, "description"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// The clock on the wall.
  private static @Nullable Taken taken(JsonNode json) {
    return Moments.ofClock(SourceJson.text(json, "date_taken"));
  }

  private static @Nullable Place place(JsonNode json) {
    JsonNode geo = json.path("geo").isArray() ? json.path("geo").path(0) : json.path("geo");
    return Places.of(degrees(geo, "latitude"), degrees(geo, "longitude"));
  }

  /// Exports hold degrees, or millionths of them.
  private static @Nullable Double degrees(JsonNode geo, String field) {
    return Optional.ofNullable(SourceJson.number(geo, field))
        .map(number -> Math.abs(number) > 180 ? number / MILLIONTHS : number)
        .orElse(null);
  }

  private List<Membership> albums(JsonNode json, String id) {
    List<Membership> ordered = albums.get(id);
    if (ordered != null) {
      ordered.forEach(in -> empty.remove(in.album()));
      return ordered;
    }
    List<Membership> unordered = new ArrayList<>();
    for (JsonNode album : json.path("albums")) {
      String title = SourceJson.text(album, "title");
      if (!title.isEmpty()) {
        unordered.add(Membership.of(SourceAlbum.titled(title)));
      }
    }
    return unordered;
  }
}
