package lumina.image;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lumina.access.OpenToAll;
import lumina.access.Viewer;
import lumina.account.UserStore;
import lumina.album.Album;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumPhotos.Cover;
import lumina.album.AlbumStore;
import lumina.http.IndexPage;
import lumina.http.PublicAddress;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.LocalImageAddresses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The HTML page of one album. As that of a photo ([PhotoPage]), its head describes only what
/// everybody may see, to whoever may.
@RestController
class AlbumPage {
  private static final ImageAddresses ADDRESSES = new LocalImageAddresses();

  private final AlbumStore albums;
  private final AlbumPhotos photos;
  private final UserStore users;
  private final OpenToAll open;
  private final PublicAddress address;

  AlbumPage(
      AlbumStore albums,
      AlbumPhotos photos,
      UserStore users,
      OpenToAll open,
      PublicAddress address) {
    this.albums = albums;
    this.photos = photos;
    this.users = users;
    this.open = open;
    this.address = address;
  }

  @GetMapping("/albums/{id}")
  ResponseEntity<String> page(Viewer viewer, @PathVariable String id) throws IOException {
    Optional<Album> shown = albums.find(viewer, id).filter(album -> open.has(album.audience()));
    return shown.isPresent()
        ? IndexPage.with(shown.get().title(), previews(viewer, shown.get()))
        : IndexPage.plain();
  }

  private Map<String, String> previews(Viewer viewer, Album album) {
    AlbumPhotos.Summary summary =
        Objects.requireNonNull(
            photos.summaries(viewer, List.of(album.albumId())).get(album.albumId()));
    String url = address.base() + "/albums/" + album.albumId();
    Map<String, String> previews =
        IndexPage.previews("website", album.title(), description(album, summary.photos()), url);
    if (summary.cover() != null) {
      previews.put("og:image", address.base() + image(summary.cover()));
      previews.put("og:image:type", ImageSize.LARGE.mediaType());
      previews.put("twitter:card", "summary_large_image");
    }
    return previews;
  }

  private String description(Album album, long photos) {
    String count = photos == 1 ? "1 photo" : "%,d photos".formatted(photos);
    return "An album by %s with %s.".formatted(users.require(album.userId()).username(), count);
  }

  private static String image(Cover cover) {
    return ADDRESSES.of(cover.photoId(), cover.audience(), cover.version(), ImageSize.LARGE);
  }
}
