package lumina.image;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer.Person;
import lumina.album.Album;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumStore;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves several originals in one file.
@RestController
class DownloadController {
  private static final FieldLimit PHOTO_IDS = new FieldLimit("photo_ids", 1_000);

  private final PhotoStore photos;
  private final AlbumStore albums;
  private final AlbumPhotos inAlbums;
  private final PhotoZip zips;

  DownloadController(PhotoStore photos, AlbumStore albums, AlbumPhotos inAlbums, PhotoZip zips) {
    this.photos = photos;
    this.albums = albums;
    this.inAlbums = inAlbums;
    this.zips = zips;
  }

  /// Downloads photos or an album as a zip: mine as I uploaded them, those of others without
  /// private metadata.
  ///
  /// Photos that I cannot see are left out.
  @GetMapping("/api/photos/download")
  void downloadPhotos(
      Person viewer,
      @RequestParam(name = "photo_ids") @Nullable List<String> photoIds,
      @RequestParam @Nullable String album,
      HttpServletResponse response)
      throws IOException {
    if (album != null) {
      send(viewer, albums.require(viewer, album), response);
    } else {
      send(viewer, asked(viewer, photoIds), "lumina-photos.zip", response);
    }
  }

  private void send(Person viewer, Album album, HttpServletResponse response) throws IOException {
    String name = new ZipNames().of(album.title() + ".zip");
    send(viewer, inAlbums.ids(viewer, album), name, response);
  }

  private void send(
      Person viewer, Collection<String> photoIds, String name, HttpServletResponse response)
      throws IOException {
    zips.send(response, name, photoIds, new ForPerson(photos, viewer));
  }

  private Collection<String> asked(Person viewer, @Nullable List<String> photoIds) {
    Collection<String> asked =
        Required.field("photo_ids", photoIds, "Please say which photos.").stream()
            .flatMap(several -> Stream.of(several.split(",", -1)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!PHOTO_IDS.allows(asked.size())) {
      throw new Problem.Invalid(
          "photo_ids",
          "too_many_photos",
          "At most %,d photos can be downloaded at once.".formatted(PHOTO_IDS.max()));
    }
    if (asked.stream().noneMatch(id -> photos.sees(viewer, id))) {
      throw new Problem.NotFound("photo");
    }
    return asked;
  }

  private record ForPerson(PhotoStore photos, Person viewer) implements PhotoZip.Terms {
    @Override
    public Optional<IndexEntry> find(String photoId) {
      return photos.entry(viewer, photoId);
    }

    @Override
    public boolean isOriginal(IndexEntry photo) {
      return viewer.is(photo.userId());
    }
  }
}
