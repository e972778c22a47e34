package lumina.adopt;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lumina.photo.detail.PhotoText;
import lumina.storage.dynamo.DynamoFields;
import lumina.text.Text;

/// Texts about a photo in the old application, cut to the current limits.
///
/// @param topic as it was written, except for space around and within it
record LegacyText(String topic, PhotoText fitting) {
  private static final int MAX_TOPIC_LENGTH = 60;
  private static final int MAX_TAG_LENGTH = 50;

  static LegacyText of(DynamoFields item) {
    String topic = item.text("topic").orElse("").strip().replaceAll("\\s+", " ");
    String caption = item.text("caption").orElse("").strip();
    return new LegacyText(topic, new PhotoText(cut(topic, MAX_TOPIC_LENGTH), caption, tags(item)));
  }

  private static List<String> tags(DynamoFields item) {
    Set<String> tags = new LinkedHashSet<>();
    item.texts("tags").forEach(tag -> tags.add(PhotoText.key(cut(tag.strip(), MAX_TAG_LENGTH))));
    tags.remove("");
    return List.copyOf(tags);
  }

  /// Returns the beginning of a text, without cutting a visible character.
  ///
  /// @param max code points
  static String cut(String said, int max) {
    return Text.cut(Normalizer.normalize(said, Normalizer.Form.NFC), max).strip();
  }

  boolean topicWasCut() {
    return topic.codePointCount(0, topic.length()) > MAX_TOPIC_LENGTH
        && !fitting.topic().equals(Normalizer.normalize(topic, Normalizer.Form.NFC));
  }
}
