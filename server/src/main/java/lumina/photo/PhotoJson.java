package lumina.photo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lumina.access.Audience;
import lumina.account.User;
import lumina.media.ImageSize;
import org.jspecify.annotations.Nullable;

/// A photo as clients get it.
public record PhotoJson(
    String photoId,
    long userId,
    String username,
    @Nullable String userPictureUrl,
    String topic,
    String caption,
    List<String> tags,
    Audience audience,
    long likes,
    boolean liked,
    long commentCount,
    Photo.@Nullable LatestComment latestComment,
    long createdAt,
    int width,
    int height,
    String placeholder,
    boolean damaged,
    boolean animated,
    String format,
    long bytes,
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
        User.pictureUrl(photo.userId(), photo.userPicture()),
        photo.topic(),
        photo.caption(),
        photo.tags(),
        photo.audience(),
        photo.likes(),
        photo.liked(),
        photo.commentCount(),
        photo.latestComment(),
        photo.createdAt(),
        photo.width(),
        photo.height(),
        photo.placeholder(),
        photo.damaged(),
        photo.animated(),
        photo.format().name().toLowerCase(Locale.ROOT),
        photo.bytes(),
        url(photo, ImageSize.THUMB, addresses),
        url(photo, ImageSize.SMALL, addresses),
        url(photo, ImageSize.MEDIUM, addresses),
        url(photo, ImageSize.LARGE, addresses),
        LocalImageAddresses.full(photo.photoId(), photo.version()),
        srcset(photo, addresses));
  }

  private static String url(Photo photo, ImageSize size, ImageAddresses addresses) {
    return addresses.of(photo.photoId(), photo.audience(), photo.version(), size);
  }

  private static String srcset(Photo photo, ImageAddresses addresses) {
    return Arrays.stream(ImageSize.values())
        .filter(size -> size != ImageSize.THUMB)
        .map(size -> url(photo, size, addresses) + " " + width(photo, size.edge()) + "w")
        .collect(Collectors.joining(", "));
  }

  private static long width(Photo photo, int edge) {
    double scale = Math.min(1.0, (double) edge / Math.max(photo.width(), photo.height()));
    return Math.max(1, Math.round(photo.width() * scale));
  }
}
