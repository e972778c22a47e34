package lumina.adoption;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lumina.backend.DynamoFields;
import lumina.photo.Words;

/// What the old application let people write about a photo, made to fit.
///
/// @param topic as it was written, but for space around and within it
record OldWords(String topic, Words fitting) {
  private static final int LONGEST_TOPIC = 60;
  private static final int LONGEST_TAG = 50;

  static OldWords of(DynamoFields item) {
    String topic = item.text("topic").orElse("").strip().replaceAll("\\s+", " ");
    String caption = item.text("caption").orElse("").strip();
    return new OldWords(topic, new Words(cut(topic, LONGEST_TOPIC), caption, tags(item)));
  }

  private static List<String> tags(DynamoFields item) {
    Set<String> tags = new LinkedHashSet<>();
    item.texts("tags").forEach(tag -> tags.add(Words.key(cut(tag.strip(), LONGEST_TAG))));
    tags.remove("");
    return List.copyOf(tags);
  }

  /// The beginning of a text, up to what people see as a whole character.
  ///
  /// @param max code points
  static String cut(String said, int max) {
    String text = Normalizer.normalize(said, Normalizer.Form.NFC);
    if (text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    int most = text.offsetByCodePoints(0, max);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.isBoundary(most) ? most : characters.preceding(most);
    return text.substring(0, end > 0 ? end : most).strip();
  }

  boolean topicWasCut() {
    return topic.codePointCount(0, topic.length()) > LONGEST_TOPIC
        && !fitting.topic().equals(Normalizer.normalize(topic, Normalizer.Form.NFC));
  }
}
