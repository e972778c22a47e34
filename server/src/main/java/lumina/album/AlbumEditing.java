package lumina.album;

import lumina.access.Permission;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.http.problem.Problem;
import lumina.id.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Makes, changes and deletes albums.
@Component
@Transactional
public class AlbumEditing {
  private static final int MAX_ALBUMS = 1_000;

  private final AlbumStore albums;
  private final AlbumPhotos photos;
  private final UserStore users;

  AlbumEditing(AlbumStore albums, AlbumPhotos photos, UserStore users) {
    this.albums = albums;
    this.photos = photos;
    this.users = users;
  }

  /// @throws Problem.Conflict if this person has too many albums
  public Album make(Person owner, AlbumStore.Draft draft) {
    users.lock(owner.userId());
    if (albums.count(owner.userId()) >= MAX_ALBUMS) {
      throw new Problem.Conflict(
          "too_many_albums",
          "You have %,d albums already. Please delete one first.".formatted(MAX_ALBUMS));
    }
    return albums.require(owner, albums.add(owner, draft));
  }

  /// @param cover the id of a photo, a JSON null for none; null leaves it as it is
  /// @throws Problem.NotFound if this person can see no such album, or it shows them no such photo
  /// @throws Problem.Forbidden if somebody else owns it
  void edit(Person person, String albumId, AlbumStore.Edit edit, @Nullable JsonNode cover) {
    Album album = toChange(person, albumId, "edit");
    if (cover != null) {
      albums.changeCover(albumId, cover(person, album, cover));
    }
    albums.change(album, edit);
  }

  private @Nullable String cover(Person person, Album album, JsonNode cover) {
    if (cover.isNull()) {
      return null;
    }
    String photoId = Id.require("photo", cover.asString(""));
    if (!photos.shows(person, album, photoId)) {
      throw new Problem.NotFound("photo");
    }
    return photoId;
  }

  /// Deletes an album; its photos stay.
  ///
  /// @throws Problem.NotFound if this person can see no such album
  /// @throws Problem.Forbidden if somebody else owns it
  void remove(Person person, String albumId) {
    albums.remove(toChange(person, albumId, "delete"));
  }

  private Album toChange(Person person, String albumId, String verb) {
    Album album = albums.lock(person, albumId);
    Permission.toChangeAlbum(album.userId(), verb).require(person.userId());
    return album;
  }
}
