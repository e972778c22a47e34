package lumina.imports;

import java.util.List;
import lumina.imports.source.SourcePhoto;
import lumina.photo.detail.PhotoText;
import lumina.text.Text;

/// Fits texts of other places into the limits of this one. A long text is cut, never refused.
final class ImportedWords {
  private ImportedWords() {}

  static PhotoText of(SourcePhoto.Words words) {
    List<String> tags =
        PhotoText.tags(
            words.tags().stream()
                .map(tag -> PhotoText.beginningOfTag(tag.replace(',', ' ')))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(PhotoText.TAGS.max())
                .toList());
    PhotoText text =
        PhotoText.of(
            Text.beginning(PhotoText.TOPIC, words.topic()),
            Text.beginning(PhotoText.CAPTION, words.caption()),
            tags);
    return new PhotoText(
        text.topic(), text.caption(), Text.beginning(PhotoText.ALT, words.alt()), text.tags());
  }
}
