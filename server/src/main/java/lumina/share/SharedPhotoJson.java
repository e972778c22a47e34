package lumina.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lumina.media.MediaKind;
import lumina.media.Playback;
import lumina.photo.Photo;
import lumina.share.Share.Download;
import lumina.text.Reaction;
import lumina.text.ReactionCounts.ReactionCount;
import org.jspecify.annotations.Nullable;

/// A photo as people get it who have a link: only what the link allows.
///
/// @param takenAt milliseconds since 1970 of the clock on the wall where it was taken, read as if
///   it were UTC
/// @param likes left out if the link has no likes, as are `liked`, `reaction` and `reactions`
/// @param reaction left out if I do not like it
/// @param commentCount left out if the link has no comments
/// @param kind whether it is a video
/// @param motion whether it is a still picture with a moving part
/// @param durationMs length of the video or the moving part in milliseconds, if there is one
/// @param videoUrl of a file that every browser plays, if there is one (yet)
/// @param status of that file, if anything moves
/// @param imageUrl of the original; left out if it cannot be downloaded
/// @param visibleWithoutLink whether I see it in Lumina, too; left out for guests
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedPhotoJson(
    String photoId,
    String username,
    String caption,
    String alt,
    long takenAt,
    int width,
    int height,
    String placeholder,
    boolean animated,
    MediaKind kind,
    boolean motion,
    @Nullable Long durationMs,
    @Nullable String videoUrl,
    Playback.@Nullable Status status,
    @Nullable Long likes,
    @Nullable Boolean liked,
    @Nullable Reaction reaction,
    @Nullable List<ReactionCount> reactions,
    @Nullable Long commentCount,
    String thumbnailUrl,
    String smallUrl,
    String mediumUrl,
    String largeUrl,
    String srcset,
    @Nullable String imageUrl,
    @Nullable Boolean visibleWithoutLink) {

  static SharedPhotoJson of(Photo photo, Share share, @Nullable Boolean visibleWithoutLink) {
    ImageUrls urls =
        new ImageUrls(
            "%s/photos/%s/".formatted(share.address(), photo.photoId()), photo.entry().version());
    return new SharedPhotoJson(
        photo.photoId(),
        photo.username(),
        photo.text().caption(),
        photo.text().alt(),
        photo.entry().taken().at(),
        photo.picture().width(),
        photo.picture().height(),
        photo.picture().placeholder(),
        photo.picture().animated(),
        MediaKind.of(photo.entry().format()),
        photo.entry().hasMotion(),
        photo.entry().durationMs(),
        photo.entry().isPlayable() ? urls.video() : null,
        photo.entry().status(),
        share.likes() ? photo.likes() : null,
        share.likes() ? photo.liked() : null,
        share.likes() ? photo.reaction() : null,
        share.likes() ? photo.reactions().list() : null,
        share.comments() ? photo.commentCount() : null,
        urls.of("thumb"),
        urls.of("small"),
        urls.of("medium"),
        urls.of("large"),
        photo.picture().srcset(size -> urls.of(size.word())),
        share.download() == Download.NONE ? null : urls.of("full"),
        visibleWithoutLink);
  }

  /// @param version changes with the files
  private record ImageUrls(String beginning, long version) {
    String of(String size) {
      return beginning + "image/" + size + "?v=" + version;
    }

    String video() {
      return beginning + "video?v=" + version;
    }
  }
}
