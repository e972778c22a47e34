package lumina.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An emoji with which people react to a photo or a message.
public enum Reaction {
  HEART("❤️"),
  LAUGH("😂"),
  WOW("😮"),
  SAD("😢"),
  CLAP("👏"),
  FIRE("🔥");

  private static final String VARIATION = "\uFE0F";

  private final String emoji;

  Reaction(String emoji) {
    this.emoji = emoji;
  }

  /// All but the heart, which is the reaction of those who just like a photo.
  public static Set<Reaction> others() {
    return EnumSet.complementOf(EnumSet.of(HEART));
  }

  @JsonValue
  public String emoji() {
    return emoji;
  }

  /// A word for stores that cannot tell one emoji from another.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reaction that is stored as this emoji or word. One of a newer version counts as a heart,
  /// until an instance of that version reads it.
  @JsonCreator
  public static Reaction stored(@Nullable String written) {
    return known(written).orElse(HEART);
  }

  /// The reaction that is stored as this emoji or word; empty if this version knows none.
  public static Optional<Reaction> known(@Nullable String written) {
    return Stream.of(values())
        .filter(it -> it.emoji.equals(written) || it.word().equals(written))
        .findAny();
  }

  /// The reaction that a client sent.
  ///
  /// @throws Problem.Invalid if it is none of the six
  public static Reaction of(String sent) {
    return find(sent).orElseThrow(Reaction::unknown);
  }

  private static Optional<Reaction> find(String sent) {
    String plain = plain(sent.strip());
    return Stream.of(values()).filter(it -> plain(it.emoji).equals(plain)).findAny();
  }

  /// Some keyboards leave out the sign that says that the heart is an emoji.
  private static String plain(String emoji) {
    return emoji.replace(VARIATION, "");
  }

  private static Problem unknown() {
    String all = Stream.of(values()).map(Reaction::emoji).collect(Collectors.joining(" "));
    return new Problem.Invalid(
        "reaction", "unknown_reaction", "Please choose one of these: %s.".formatted(all));
  }
}
