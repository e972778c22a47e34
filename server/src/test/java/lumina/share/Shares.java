package lumina.share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;

/// Share links for tests.
public final class Shares {
  private Shares() {}

  /// Creates a link with these settings, as names and values.
  public static Link of(Person owner, List<String> photoIds, Object... settings) {
    Map<String, Object> request = new HashMap<>(Map.of("photo_ids", photoIds));
    for (int i = 0; i < settings.length; i += 2) {
      request.put(String.valueOf(settings[i]), settings[i + 1]);
    }
    return link(owner.post("/api/shares", request).expect(201));
  }

  /// The link that an answer tells.
  public static Link link(Answer made) {
    return new Link(made.json().get("share_id").asString(), made.json().get("url").asString());
  }

  /// A link and its addresses.
  public record Link(String id, String page) {
    public String api() {
      return "/api" + page;
    }

    public String photo(String photoId) {
      return api() + "/photos/" + photoId;
    }

    /// The address of the owner.
    public String own() {
      return "/api/shares/" + id;
    }
  }

  /// The same visitor with the cookie that an answer set.
  public static Person known(Person visitor, Answer answer) {
    String set = String.valueOf(answer.header("Set-Cookie"));
    String cookie = set.substring(0, set.indexOf(';'));
    return new Person(visitor.server(), "", 0, cookie);
  }
}
