package lumina.imports.source;

import java.util.List;
import java.util.Objects;
import lumina.media.Place;
import lumina.media.Taken;
import lumina.upload.Duplicates;
import org.jspecify.annotations.Nullable;

/// A file to import, with what its former place says about it.
///
/// @param albums of which it is part
/// @param movie the file of its moving part, if it is the picture of a Live Photo
/// @param duplicates decides which photo here it is already
public record SourcePhoto(
    SourceFile file,
    About about,
    List<Membership> albums,
    @Nullable SourceFile movie,
    Duplicates duplicates) {
  SourcePhoto(SourceFile file, About about, List<Membership> albums, @Nullable SourceFile movie) {
    this(file, about, albums, movie, Duplicates.SKIP);
  }

  SourcePhoto(SourceFile file, About about, List<Membership> albums) {
    this(file, about, albums, null);
  }

  /// The picture without its moving part.
  public SourcePhoto still() {
    return new SourcePhoto(file, about, albums, null, duplicates);
  }

  /// The moving part without its picture.
  public SourcePhoto moving() {
    return new SourcePhoto(Objects.requireNonNull(movie), about, albums);
  }

  /// @param position in the album; null if it follows those that were found before
  public record Membership(SourceAlbum album, @Nullable Long position) {
    static Membership of(SourceAlbum album) {
      return new Membership(album, null);
    }
  }

  /// @param topic empty if there is none
  /// @param caption empty if there is none
  /// @param alt a description for people who cannot see it, empty if there is none
  public record Words(String topic, String caption, String alt, List<String> tags) {
    static final Words NONE = new Words("", "", "", List.of());

    static Words caption(String caption) {
      return new Words("", caption, "", List.of());
    }
  }

  /// @param fileName its name before it was exported, null if it still has that
  /// @param taken null if it is unknown
  /// @param place null if it is unknown
  /// @param createdAt when it was posted there, in milliseconds since 1970; null if it is unknown
  /// @param comments of its owner, oldest first
  public record About(
      Words words,
      @Nullable String fileName,
      @Nullable Taken taken,
      @Nullable Place place,
      @Nullable Long createdAt,
      List<String> comments) {
    static final About NOTHING = of(Words.NONE, null, null);

    static About of(Words words, @Nullable Taken taken, @Nullable Place place) {
      return new About(words, null, taken, place, null, List.of());
    }
  }
}
