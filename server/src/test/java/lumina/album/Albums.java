package lumina.album;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;

/// Requests about albums.
public final class Albums {
  private Albums() {}

  /// Makes an album.
  ///
  /// @param fields names and values
  public static String make(Person owner, String... fields) {
    Map<String, String> draft = new HashMap<>(Map.of("title", "Summer"));
    for (int i = 0; i < fields.length; i += 2) {
      draft.put(fields[i], fields[i + 1]);
    }
    return owner.post("/api/albums", draft).expect(201).json().get("album_id").asString();
  }

  public static Answer put(Person person, String album, List<String> photos) {
    return person.json("PUT", contents(album), "{\"photo_ids\":%s}".formatted(json(photos)));
  }

  public static Answer put(Person person, String album, List<String> photos, String before) {
    return person.json(
        "PUT",
        contents(album),
        "{\"photo_ids\":%s,\"before\":\"%s\"}".formatted(json(photos), before));
  }

  public static Answer takeOut(Person person, String album, List<String> photos) {
    return person.json("DELETE", contents(album), "{\"photo_ids\":%s}".formatted(json(photos)));
  }

  private static String contents(String album) {
    return "/api/albums/" + album + "/photos";
  }

  private static String json(List<String> photos) {
    return "[\"%s\"]".formatted(String.join("\",\"", photos));
  }

  public static Answer join(Person owner, String album, Person member) {
    return owner.put(membership(album, member));
  }

  public static String membership(String album, Person member) {
    return "/api/albums/" + album + "/members/" + member.id();
  }

  /// Uploads private photos.
  public static List<String> upload(Person owner, int photos) {
    return IntStream.range(0, photos)
        .mapToObj(_ -> owner.uploadPhoto("audience", "private"))
        .toList();
  }

  /// The photos of an album in its order.
  public static List<String> shown(Person viewer, String album) {
    return all(viewer, "/api/photos?limit=2&album=" + album, "photo_id");
  }

  /// A field of all items of a list, page by page.
  public static List<String> all(Person viewer, String path, String field) {
    List<String> ids = new ArrayList<>();
    for (String next = path; next != null; ) {
      Answer page = viewer.get(next).expect(200);
      ids.addAll(page.all(field));
      next = page.next();
    }
    return ids;
  }
}
