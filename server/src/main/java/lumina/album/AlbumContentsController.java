package lumina.album;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.id.Id;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changes which photos and which people an album has.
@RestController
@RequestMapping("/api/albums/{id}")
class AlbumContentsController {
  private static final FieldLimit PHOTO_IDS = new FieldLimit("photo_ids", 500);

  /// @param before the id of a photo in the album before which they are placed; null for the end
  record PutAlbumPhotosRequest(@Nullable List<String> photoIds, @Nullable String before) {}

  record RemoveAlbumPhotosRequest(@Nullable List<String> photoIds) {}

  private final AlbumContents contents;
  private final AlbumMembership membership;
  private final AlbumStore albums;
  private final AlbumReading reading;

  AlbumContentsController(
      AlbumContents contents, AlbumMembership membership, AlbumStore albums, AlbumReading reading) {
    this.contents = contents;
    this.membership = membership;
    this.albums = albums;
    this.reading = reading;
  }

  /// Adds photos of mine to an album, all or none; with `before` also moves those that are there.
  @PutMapping("/photos")
  AlbumJson putAlbumPhotos(
      Person viewer, @PathVariable String id, @RequestBody PutAlbumPhotosRequest request) {
    List<String> photoIds = named(request.photoIds());
    String before = request.before() == null ? null : Id.require("photo", request.before());
    contents.put(viewer, id, photoIds, before);
    return reading.read(viewer, albums.require(viewer, id));
  }

  /// Takes photos out of an album: mine, or any if the album is mine. The photos stay.
  @DeleteMapping("/photos")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeAlbumPhotos(
      Person viewer, @PathVariable String id, @RequestBody RemoveAlbumPhotosRequest request) {
    contents.takeOut(viewer, id, named(request.photoIds()));
  }

  private static List<String> named(@Nullable List<String> photoIds) {
    Collection<String> ids =
        new LinkedHashSet<>(Required.field("photo_ids", photoIds, "Please say which photos."));
    if (!PHOTO_IDS.allows(ids.size())) {
      throw new Problem.Invalid(
          "photo_ids",
          "too_many_photos",
          "At most %,d photos can be changed at once.".formatted(PHOTO_IDS.max()));
    }
    return ids.stream().map(id -> Id.require("photo", id)).toList();
  }

  /// Makes a friend a member of my album.
  @PutMapping("/members/{userId}")
  AlbumJson addAlbumMember(Person viewer, @PathVariable String id, @PathVariable long userId) {
    membership.add(viewer, id, userId);
    return reading.read(viewer, albums.require(viewer, id));
  }

  /// Ends a membership, mine or one in my album; the photos of this person leave the album.
  @DeleteMapping("/members/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeAlbumMember(Person viewer, @PathVariable String id, @PathVariable long userId) {
    membership.remove(viewer, id, userId);
  }
}
