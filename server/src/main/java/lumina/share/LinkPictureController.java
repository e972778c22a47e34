package lumina.share;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer;
import lumina.account.UserStore;
import lumina.account.profile.ProfilePictures;
import lumina.image.ImageCaching;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Pictures about a link: the face of the person who shares, and what chats show.
@RestController
class LinkPictureController {
  private final OpenLinks links;
  private final UserStore users;
  private final ProfilePictures pictures;
  private final LinkPreview previews;

  LinkPictureController(
      OpenLinks links, UserStore users, ProfilePictures pictures, LinkPreview previews) {
    this.previews = previews;
    this.links = links;
    this.users = users;
    this.pictures = pictures;
  }

  /// Reads the profile picture of the person who shares.
  @GetMapping("/api/s/{token}/picture")
  void getSharerPicture(
      Viewer viewer,
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Share share = links.open(token, viewer, request).share();
    pictures.sendThumb(users.require(share.userId()), request, response);
  }

  /// Reads what chats show for a link without a password: the first photo, as 1200 × 630 pixels.
  @GetMapping(path = "/api/s/{token}/preview", produces = LinkPreview.MEDIA_TYPE)
  ResponseEntity<byte[]> getSharedPreview(
      Viewer viewer, @PathVariable String token, HttpServletRequest request) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, ImageCaching.REVALIDATE)
        .body(previews.of(links.open(token, viewer, request)));
  }
}
