package lumina.photo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lumina.http.Problem;
import lumina.http.Text;
import org.jspecify.annotations.Nullable;

/// What a person wrote about a photo.
///
/// @param topic at most 60 characters, empty when there is none
/// @param caption at most 2,000 characters, empty when there is none
/// @param tags at most 30 of at most 50 characters, lower case, without `#`, none twice
public record Words(String topic, String caption, List<String> tags) {
  private static final int LONGEST_TOPIC = 60;
  private static final int LONGEST_CAPTION = 2_000;
  private static final int LONGEST_TAG = 50;
  private static final int MOST_TAGS = 30;

  /// @throws Problem.Invalid if something is too long or too many
  public static Words of(
      @Nullable String topic, @Nullable String caption, @Nullable List<String> tags) {
    return new Words(topic(topic), Text.optional("caption", caption, LONGEST_CAPTION), tags(tags));
  }

  private static String topic(@Nullable String typed) {
    return Text.optional("topic", typed, LONGEST_TOPIC).replaceAll("\\s+", " ");
  }

  /// How topics and tags are compared: without case and surrounding space.
  public static String key(String topicOrTag) {
    return topicOrTag.strip().toLowerCase(Locale.ROOT);
  }

  /// Takes both ways of sending tags: repeated, and separated by commas.
  private static List<String> tags(@Nullable List<String> typed) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String several : typed == null ? List.<String>of() : typed) {
      for (String one : several.split(",", -1)) {
        String tag = Text.optional("tags", one.replaceFirst("^\\s*#", ""), LONGEST_TAG);
        if (!tag.isEmpty()) {
          tags.putIfAbsent(key(tag), tag);
        }
      }
    }
    if (tags.size() > MOST_TAGS) {
      throw new Problem.Invalid("tags", "too_many_tags", "A photo may have at most 30 tags.");
    }
    return new ArrayList<>(tags.keySet());
  }

  /// These words with what an edit names replaced; null leaves a part as it is.
  Words edited(@Nullable String topic, @Nullable String caption, @Nullable List<String> tags) {
    return of(
        topic == null ? this.topic : topic,
        caption == null ? this.caption : caption,
        tags == null ? this.tags : tags);
  }
}
