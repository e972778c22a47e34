package lumina.album;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Permission;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoEvents;
import lumina.photo.PhotoIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts photos into albums, moves them there, and takes them out. Each call does all or nothing.
@Component
@Transactional
public class AlbumContents {
  static final int MAX_PHOTOS = 10_000;

  private final AlbumStore albums;
  private final AlbumPhotos photos;
  private final AlbumPositions positions;
  private final AlbumMembers members;
  private final PhotoIndex index;

  AlbumContents(
      AlbumStore albums,
      AlbumPhotos photos,
      AlbumPositions positions,
      AlbumMembers members,
      PhotoIndex index) {
    this.albums = albums;
    this.photos = photos;
    this.positions = positions;
    this.members = members;
    this.index = index;
  }

  /// Adds photos, and moves those that are there already if they have a place to go to.
  ///
  /// @param before the photo before which they are placed; null for the end, where those that are
  ///   there already stay as they are
  /// @throws Problem.NotFound if this person can see no such album, or not all of these photos
  /// @throws Problem.Forbidden if they may not contribute, or one of the photos is not theirs
  /// @throws Problem.Conflict if a photo is in the trash, or the album is full
  public void put(Person person, String albumId, List<String> photoIds, @Nullable String before) {
    Album album = albums.lock(person, albumId);
    requireContributor(person, album);
    Map<String, Long> there = positions.owners(albumId, photoIds);
    List<String> added = photoIds.stream().filter(id -> !there.containsKey(id)).toList();
    requireAddable(person, added);
    if (positions.count(albumId) + added.size() > MAX_PHOTOS) {
      throw full();
    }
    if (before != null) {
      there.values().forEach(owner -> requireMover(person, album, owner));
      place(person, album, photoIds, before);
    } else if (!added.isEmpty()) {
      place(person, album, added, null);
    }
    if (!added.isEmpty()) {
      albums.publishAddition(album, person.userId());
    }
  }

  static Problem full() {
    return new Problem.Conflict(
        "album_full", "An album holds at most %,d photos.".formatted(MAX_PHOTOS));
  }

  /// @throws Problem.NotFound if this person can see no such album
  /// @throws Problem.Forbidden if they may not contribute
  @Transactional(readOnly = true)
  public void requireContributor(Person person, String albumId) {
    requireContributor(person, albums.require(person, albumId));
  }

  private void requireContributor(Person person, Album album) {
    boolean contributes =
        album.contribute() == Contribution.MEMBERS && members.has(album.albumId(), person.userId());
    if (!contributes) {
      Permission.toChangeAlbum(album.userId(), "add photos to").require(person.userId());
    }
  }

  private void requireAddable(Person person, Collection<String> photoIds) {
    Map<String, IndexEntry> seen =
        index.among(person, photoIds).stream()
            .collect(Collectors.toMap(IndexEntry::photoId, Function.identity()));
    for (String id : photoIds) {
      IndexEntry photo = seen.get(id);
      if (photo == null) {
        throw new Problem.NotFound("photo");
      }
      Permission.toAddToAlbum(photo.userId()).require(person.userId());
      if (photo.isInTrash()) {
        throw new Problem.Conflict(
            "in_trash", "This photo is in the trash. Please restore it before you add it.");
      }
    }
  }

  private static void requireMover(Person person, Album album, long owner) {
    Permission.toMoveInAlbum(album.userId(), owner).require(person.userId());
  }

  private void place(Person person, Album album, List<String> photoIds, @Nullable String before) {
    Long position = null;
    if (before != null) {
      if (!photos.shows(person, album, before)) {
        throw new Problem.NotFound("photo");
      }
      position = photos.position(album.albumId(), before).orElseThrow();
    }
    if (positions.place(album.albumId(), person.userId(), photoIds, position) > 0) {
      throw new Problem.NotFound("photo"); // it was deleted meanwhile
    }
    albums.touch(album);
  }

  /// Takes photos out of an album; those that it does not contain are left out. The owner of a
  /// photo may do so even if they cannot see the album any more.
  ///
  /// @throws Problem.NotFound if this person can see no such album
  /// @throws Problem.Forbidden if one of the photos is not theirs to take out
  void takeOut(Person person, String albumId, List<String> photoIds) {
    Album album = albums.hold(albumId).orElseThrow(() -> new Problem.NotFound("album"));
    Map<String, Long> there = positions.owners(albumId, photoIds);
    boolean own = !there.isEmpty() && there.values().stream().allMatch(person::is);
    if (!own) {
      albums.require(person, albumId);
      there
          .values()
          .forEach(
              owner -> Permission.toTakeOutOfAlbum(album.userId(), owner).require(person.userId()));
    }
    if (!there.isEmpty()) {
      positions.remove(albumId, there.keySet());
      albums.touch(album);
    }
  }

  /// Tells those who see a photo in an album that they may see it there no longer, for example
  /// because it is in the trash.
  @EventListener
  void narrowed(PhotoEvents.Narrowed photo) {
    publishChanges(photo.photoId());
  }

  @EventListener
  void restored(PhotoEvents.Restored photo) {
    publishChanges(photo.photoId());
  }

  private void publishChanges(String photoId) {
    for (String albumId : positions.albums(photoId)) {
      albums.find(albumId).ifPresent(album -> albums.publishChange(album));
    }
  }
}
