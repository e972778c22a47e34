package lumina.photo.detail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import lumina.text.FieldLimit;
import lumina.text.SearchWords;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;

/// The texts of a photo.
///
/// @param topic empty when there is none
/// @param caption empty when there is none
/// @param alt a description for people who cannot see the photo; empty when there is none
/// @param tags lower case, without `#`, none twice
public record PhotoText(String topic, String caption, String alt, List<String> tags) {
  public static final FieldLimit TOPIC = new FieldLimit("topic", 60);
  public static final FieldLimit CAPTION = new FieldLimit("caption", 2_000);
  public static final FieldLimit ALT = new FieldLimit("alt", 1_000);
  public static final FieldLimit TAGS = new FieldLimit("tags", 30);
  public static final FieldLimit TAG = new FieldLimit("tag", 50);

  /// The texts of an upload.
  public PhotoText(String topic, String caption, List<String> tags) {
    this(topic, caption, "", tags);
  }

  /// @throws Problem.Invalid if a text is too long, or there are too many tags
  public static PhotoText of(
      @Nullable String topic, @Nullable String caption, @Nullable List<String> tags) {
    return new PhotoText(topic(topic), caption(caption), tags(tags));
  }

  static PhotoText read(FieldReader from) {
    return new PhotoText(
        from.text("topic"), from.text("caption"), from.text("alt"), from.texts("tags"));
  }

  void write(FieldWriter to) {
    to.text("topic", topic);
    to.text("caption", caption);
    to.text("alt", alt);
    to.texts("tags", tags);
  }

  static String topic(@Nullable String typed) {
    return Text.line(TOPIC, typed);
  }

  static String caption(@Nullable String typed) {
    return Text.optional(CAPTION, typed);
  }

  static String alt(String typed) {
    return Text.optional(ALT, typed);
  }

  /// Returns the form in which topics and tags are compared: without case, and with single spaces.
  public static String key(String topicOrTag) {
    return topicOrTag.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// Returns a tag in the form in which it is stored and compared, from text with or without `#`.
  /// Of that form it returns the same.
  public static String tag(FieldLimit limit, String typed) {
    return key(bare(Text.optional(limit, bare(typed))));
  }

  /// Returns a tag in that form, of a long one its beginning.
  public static String beginningOfTag(String written) {
    return key(bare(Text.beginning(TAG, key(bare(written)))));
  }

  private static String bare(String tag) {
    return tag.replaceFirst("^[#\\s]+", "");
  }

  /// Accepts tags as repeated fields and separated by commas.
  public static List<String> tags(@Nullable List<String> typed) {
    Set<String> tags = new LinkedHashSet<>();
    for (String several : typed == null ? List.<String>of() : typed) {
      for (String one : several.split(",", -1)) {
        tags.add(tag(TAG, one));
      }
    }
    tags.remove("");
    if (!TAGS.allows(tags.size())) {
      throw new Problem.Invalid(
          "tags", "too_many_tags", "A photo may have at most %d tags.".formatted(TAGS.max()));
    }
    return List.copyOf(tags);
  }

  /// Returns these texts with another topic.
  public PhotoText under(String topic) {
    return new PhotoText(topic, caption, alt, tags);
  }

  /// Returns the search words of this person's photo.
  public List<String> tokens(String username) {
    return Stream.concat(Stream.of(caption, topic, username), tags.stream())
        .flatMap(text -> SearchWords.tokens(text).stream())
        .toList();
  }

  /// The texts that an edit changes; null leaves a text as it is. Only changed texts are written,
  /// so that two edits at once do not undo each other.
  public record Edit(
      @Nullable String topic,
      @Nullable String caption,
      @Nullable String alt,
      @Nullable List<String> tags) {

    /// Changes nothing.
    public static final Edit NONE = new Edit(null, null, null, null);

    /// @throws Problem.Invalid if a text is too long, or there are too many tags
    public static Edit of(
        @Nullable String topic,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable List<String> tags) {
      return new Edit(
          topic == null ? null : PhotoText.topic(topic),
          caption == null ? null : PhotoText.caption(caption),
          alt == null ? null : PhotoText.alt(alt),
          tags == null ? null : PhotoText.tags(tags));
    }

    /// Returns this edit with another spelling of its topic.
    public Edit under(@Nullable String spelled) {
      return new Edit(spelled, caption, alt, tags);
    }

    void write(FieldWriter to) {
      if (topic != null) {
        to.text("topic", topic);
      }
      if (caption != null) {
        to.text("caption", caption);
      }
      if (alt != null) {
        to.text("alt", alt);
      }
      if (tags != null) {
        to.texts("tags", tags);
      }
    }
  }
}
