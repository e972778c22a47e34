package lumina.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lumina.access.AlbumAudience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The people of the demo and what they do, as in `script.json`.
///
/// @param friends pairs of usernames
/// @param requests pairs of usernames: requester and receiver
record Script(
    String password,
    List<Profile> people,
    List<List<String>> friends,
    List<List<String>> requests,
    List<Message> messages,
    List<Upload> photos,
    List<Album> albums,
    List<Act> acts) {

  /// A person, with a face in `faces`.
  record Profile(String username, String name, String bio) {}

  /// @param ago how long before now it is sent
  /// @param reply whether it quotes the message before it
  /// @param reaction the emoji with which the receiver reacts
  record Message(
      String from,
      String to,
      Duration ago,
      String text,
      @Nullable Boolean reply,
      @Nullable String reaction) {}

  /// A like, written as `aiko`, or as `aiko 🔥` with a reaction.
  record Like(String by, @Nullable String reaction) {
    @JsonCreator
    static Like of(String written) {
      String[] words = written.split(" ", 2);
      return new Like(words[0], words.length == 1 ? null : words[1]);
    }
  }

  /// @param file a name in `photos`
  /// @param taken see [SceneTime]
  /// @param comments a username and that person's text each, and in a reply the username of whom it
  ///   answers
  record Upload(
      String by,
      String file,
      String taken,
      String topic,
      String caption,
      String alt,
      List<String> tags,
      String audience,
      List<Like> likedBy,
      List<List<String>> comments) {}

  /// @param by its owner
  /// @param made see [SceneTime]
  /// @param audience see [lumina.access.AlbumAudience]
  /// @param members who add their photos to it
  /// @param photos files, in the order of the album
  record Album(
      String by,
      String made,
      String title,
      String description,
      AlbumAudience audience,
      List<String> members,
      List<String> photos) {}

  /// What a person does while somebody looks.
  ///
  /// @param photo the file of the photo
  /// @param comment null for a like
  record Act(String by, String photo, @Nullable String comment) {}

  Upload photo(String file) {
    return photos.stream().filter(it -> it.file().equals(file)).findAny().orElseThrow();
  }

  static Script read() {
    try (InputStream json =
        Objects.requireNonNull(Script.class.getResourceAsStream("script.json"))) {
      return JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readValue(json, Script.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
