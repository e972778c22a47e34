package lumina.photo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import lumina.access.Audience;
import lumina.account.User;
import lumina.media.Camera;
import lumina.media.ImageSize;
import lumina.media.MediaKind;
import lumina.media.Place;
import lumina.media.Playback;
import lumina.media.Taken;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.Picture;
import lumina.text.Reaction;
import lumina.text.ReactionCounts.ReactionCount;
import org.jspecify.annotations.Nullable;

/// A photo as clients get it.
///
/// @param trashedAt when its owner moved it to the trash, in milliseconds since 1970; null if it is
///   not there
/// @param likes how many people reacted, with any emoji
/// @param reaction mine, null if I do not like it
/// @param reactions how many people chose each emoji, the most frequent first
/// @param takenAt milliseconds since 1970 of the clock on the wall where it was taken, read as if
///   it were UTC
/// @param takenOffset minutes by which that clock was ahead of UTC, null if unknown
/// @param takenFrom who or what says when it was taken
/// @param checksum SHA-256 of the original in hex; null if it is unknown, or not for the viewer
/// @param camera null if it is unknown, or not for the viewer
/// @param place null if it is unknown, or not for the viewer
/// @param kind whether it is a video
/// @param motion whether it is a still picture with a moving part
/// @param durationMs length of the video or the moving part in milliseconds, null if there is none
/// @param videoUrl of a file that every browser plays, null if there is none (yet)
/// @param status of that file, null if nothing moves
public record PhotoJson(
    String photoId,
    long userId,
    String username,
    @Nullable String userPictureUrl,
    @JsonUnwrapped PhotoText text,
    Audience audience,
    long likes,
    boolean liked,
    @Nullable Reaction reaction,
    List<ReactionCount> reactions,
    long commentCount,
    Photo.@Nullable LatestComment latestComment,
    long createdAt,
    @Nullable Long trashedAt,
    long takenAt,
    @Nullable Integer takenOffset,
    Taken.Source takenFrom,
    @Nullable Camera camera,
    @Nullable Place place,
    @JsonUnwrapped Picture picture,
    String format,
    @Nullable String checksum,
    MediaKind kind,
    boolean motion,
    @Nullable Long durationMs,
    @Nullable String videoUrl,
    Playback.@Nullable Status status,
    String thumbnailUrl,
    String smallUrl,
    String mediumUrl,
    String largeUrl,
    String imageUrl,
    String srcset) {

  public static PhotoJson of(Photo photo, ImageAddresses addresses) {
    return new PhotoJson(
        photo.photoId(),
        photo.userId(),
        photo.username(),
        User.pictureUrl(photo.userId(), photo.owner().picture()),
        photo.text(),
        photo.audience(),
        photo.likes(),
        photo.liked(),
        photo.reaction(),
        photo.reactions().list(),
        photo.commentCount(),
        photo.latestComment(),
        photo.entry().createdAt(),
        photo.entry().isInTrash() ? photo.entry().trashedAt() : null,
        photo.entry().taken().at(),
        photo.entry().taken().offset(),
        photo.entry().taken().from(),
        photo.capture().camera(),
        photo.capture().place(),
        photo.picture(),
        photo.entry().format().name().toLowerCase(Locale.ROOT),
        photo.checksum(),
        MediaKind.of(photo.entry().format()),
        photo.entry().hasMotion(),
        photo.entry().durationMs(),
        photo.entry().isPlayable() ? video(photo, addresses) : null,
        photo.entry().status(),
        url(photo, ImageSize.THUMB, addresses),
        url(photo, ImageSize.SMALL, addresses),
        url(photo, ImageSize.MEDIUM, addresses),
        url(photo, ImageSize.LARGE, addresses),
        LocalImageAddresses.full(photo.photoId(), photo.entry().version()),
        photo.picture().srcset(size -> url(photo, size, addresses)));
  }

  private static String video(Photo photo, ImageAddresses addresses) {
    return addresses.video(photo.photoId(), photo.audience(), photo.entry().version());
  }

  private static String url(Photo photo, ImageSize size, ImageAddresses addresses) {
    return addresses.of(photo.photoId(), photo.audience(), photo.entry().version(), size);
  }
}
