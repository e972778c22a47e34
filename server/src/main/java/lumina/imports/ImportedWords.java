package lumina.imports;

import java.util.List;
import lumina.imports.source.SourcePhoto;
import lumina.photo.detail.PhotoText;
import lumina.text.FieldLimit;
import lumina.text.Text;

/// Fits texts of other places into the limits of this one. A long text is cut, never refused.
final class ImportedWords {
  private static final FieldLimit TOPIC = new FieldLimit("topic", 60);
  private static final FieldLimit CAPTION = new FieldLimit("caption", 2_000);
  private static final FieldLimit ALT = new FieldLimit("alt", 1_000);
  private static final int TAG = 50;
  private static final int TAGS = 30;

  private ImportedWords() {}

  static PhotoText of(SourcePhoto.Words words) {
    List<String> tags =
        PhotoText.tags(
            words.tags().stream()
                .map(tag -> tag.replace(',', ' ').strip())
                .filter(tag -> tag.codePointCount(0, tag.length()) <= TAG)
                .distinct()
                .limit(TAGS)
                .toList());
    PhotoText text =
        PhotoText.of(
            Text.beginning(TOPIC, words.topic()), Text.beginning(CAPTION, words.caption()), tags);
    return new PhotoText(
        text.topic(), text.caption(), Text.beginning(ALT, words.alt()), text.tags());
  }
}
