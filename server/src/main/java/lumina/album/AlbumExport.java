package lumina.album;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lumina.access.AlbumAudience;
import lumina.access.Viewer.Person;
import lumina.account.PersonalData;
import lumina.http.list.Page;
import lumina.http.list.PageSize;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Exports the albums of a person, and those that they are a member of.
@Component
public class AlbumExport implements PersonalData {
  /// An album; times in milliseconds since 1970.
  ///
  /// @param userId its owner
  /// @param photoIds its photos in its order; in the album of another person only one's own
  /// @param memberIds the members of one's own album
  public record ExportedAlbum(
      String albumId,
      long userId,
      String title,
      String description,
      AlbumAudience audience,
      Contribution contribute,
      @Nullable String cover,
      long createdAt,
      long updatedAt,
      List<String> photoIds,
      List<Long> memberIds) {}

  private final AlbumStore albums;
  private final AlbumPhotos photos;
  private final AlbumPositions positions;
  private final AlbumMembers members;

  AlbumExport(
      AlbumStore albums, AlbumPhotos photos, AlbumPositions positions, AlbumMembers members) {
    this.albums = albums;
    this.photos = photos;
    this.positions = positions;
    this.members = members;
  }

  @Override
  public String name() {
    return "albums";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Person person = new Person(userId, "");
    @Nullable String next = null;
    do {
      Page<Album> page = albums.list(person, null, PageSize.MAX, next);
      page.items().forEach(album -> taker.accept(exported(person, album)));
      next = page.next();
    } while (next != null);
  }

  private ExportedAlbum exported(Person person, Album album) {
    boolean own = person.is(album.userId());
    List<String> photoIds = photos.ids(person, album);
    return new ExportedAlbum(
        album.albumId(),
        album.userId(),
        album.title(),
        album.description(),
        album.audience(),
        album.contribute(),
        album.cover(),
        album.createdAt(),
        album.updatedAt(),
        own ? photoIds : ownAmong(person, album, photoIds),
        own
            ? members.of(List.of(album.albumId())).getOrDefault(album.albumId(), List.of())
            : List.of());
  }

  private List<String> ownAmong(Person person, Album album, List<String> photoIds) {
    if (photoIds.isEmpty()) {
      return photoIds;
    }
    Map<String, Long> owners = positions.owners(album.albumId(), photoIds);
    return photoIds.stream().filter(id -> person.is(owners.getOrDefault(id, 0L))).toList();
  }

  @Override
  public void forget(long userId) {
    // The database deletes albums and memberships with the account (ON DELETE CASCADE).
  }
}
