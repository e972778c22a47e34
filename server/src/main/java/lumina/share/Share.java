package lumina.share;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A link that shows photos to whoever has it; times in milliseconds since 1970.
///
/// @param token the secret in its address
/// @param userId the owner of the link
/// @param albumId the album that it shows; null for photos that the owner chose
/// @param title empty for none
/// @param passwordHash empty for none
/// @param passwordVersion changes with the password
/// @param expiresAt 0 for never
/// @param visits how often others than the owner opened it
/// @param lastVisitAt 0 before the first visit
record Share(
    String shareId,
    String token,
    long userId,
    @Nullable String albumId,
    String title,
    String passwordHash,
    long passwordVersion,
    boolean comments,
    boolean likes,
    Download download,
    long expiresAt,
    long visits,
    long lastVisitAt,
    long createdAt) {

  static Share read(ResultSet row, int number) throws SQLException {
    return new Share(
        row.getString("share_id"),
        row.getString("token"),
        row.getLong("user_id"),
        row.getString("album_id"),
        row.getString("title"),
        row.getString("password_hash"),
        row.getLong("password_version"),
        row.getBoolean("comments"),
        row.getBoolean("likes"),
        Download.stored(row.getString("download")),
        row.getLong("expires_at"),
        row.getLong("visits"),
        row.getLong("last_visit_at"),
        row.getLong("created_at"));
  }

  boolean hasPassword() {
    return !passwordHash.isEmpty();
  }

  /// Whether people who have the link get the file of a photo as it was uploaded: only files of the
  /// owner of the link, who does not get those of others either.
  boolean offersOriginalOf(long photoOwner) {
    return download == Download.ORIGINAL && photoOwner == userId;
  }

  /// The address of the API behind the link.
  String address() {
    return "/api/s/" + token;
  }

  /// The file that people who have a link get as a photo's original.
  enum Download {
    /// Nothing: they see the photos in the size of a screen.
    NONE,
    /// The stripped original, without private metadata.
    CLEAN,
    /// The file as it was uploaded; of other people's photos in an album the stripped original.
    ORIGINAL;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The one that is stored as this word; none for a word of a newer version.
    static Download stored(String word) {
      return Stream.of(values()).filter(it -> it.word().equals(word)).findAny().orElse(NONE);
    }

    /// @throws Problem.Invalid if there is no such word
    static Download named(@Nullable String word, Download otherwise) {
      if (word == null) {
        return otherwise;
      }
      return Stream.of(values())
          .filter(it -> it.word().equals(word))
          .findAny()
          .orElseThrow(
              () ->
                  new Problem.Invalid(
                      "download",
                      "invalid_download",
                      "The download is one of none, clean, original."));
    }
  }
}
