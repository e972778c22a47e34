package lumina.share;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import lumina.access.Viewer;
import lumina.http.IndexPage;
import lumina.http.PublicAddress;
import lumina.media.still.Derivation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The HTML page of a link, and of a photo that is open there. Its head describes what a link
/// without a password shows (Open Graph) for previews in chats; for all others, and ended ones, it
/// reveals nothing. Search engines leave it out.
@RestController
class LinkPage {
  private final ShareStore shares;
  private final SharedPhotos shown;
  private final LinkTitle titles;
  private final PublicAddress address;

  LinkPage(ShareStore shares, SharedPhotos shown, LinkTitle titles, PublicAddress address) {
    this.shares = shares;
    this.shown = shown;
    this.titles = titles;
    this.address = address;
  }

  @GetMapping({"/s/{token}", "/s/{token}/{photo}"})
  ResponseEntity<String> page(Viewer viewer, @PathVariable String token) throws IOException {
    Optional<Share> open =
        shares.findOpen(viewer.userId(), token).filter(share -> !share.hasPassword());
    ResponseEntity<String> page =
        open.isPresent() ? describing(open.get(), viewer) : IndexPage.plain();
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header("X-Robots-Tag", "noindex")
        .body(page.getBody());
  }

  private ResponseEntity<String> describing(Share share, Viewer viewer) throws IOException {
    SharedPhotos.Summary summary = shown.summary(share, viewer);
    String title = titles.of(share, summary.count());
    String sentence = titles.sentence(share, summary.count());
    String url = address.base() + "/s/" + share.token();
    Map<String, String> previews = IndexPage.previews("website", title, sentence, url);
    if (summary.cover() != null) {
      previews.put("og:image", address.base() + share.address() + "/preview");
      previews.put("og:image:type", LinkPreview.MEDIA_TYPE);
      previews.put("og:image:width", String.valueOf(Derivation.PREVIEW_WIDTH));
      previews.put("og:image:height", String.valueOf(Derivation.PREVIEW_HEIGHT));
      previews.put("twitter:card", "summary_large_image");
    }
    return IndexPage.with(title, previews);
  }
}
