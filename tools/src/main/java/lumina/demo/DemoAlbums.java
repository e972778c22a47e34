package lumina.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lumina.access.Viewer.Person;
import lumina.album.AlbumContents;
import lumina.album.AlbumEditing;
import lumina.album.AlbumMembership;
import lumina.album.AlbumStore;
import lumina.album.Contribution;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Makes the albums of the demo.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class DemoAlbums {
  private final AlbumEditing editing;
  private final AlbumMembership membership;
  private final AlbumContents contents;

  DemoAlbums(AlbumEditing editing, AlbumMembership membership, AlbumContents contents) {
    this.editing = editing;
    this.membership = membership;
    this.contents = contents;
  }

  /// Makes an album, in which everybody puts their own photos.
  ///
  /// @param photos those of the album
  /// @param ids of photos, by file
  void add(
      Script.Album album, List<Script.Upload> photos, DemoPeople people, Map<String, String> ids) {
    Person owner = people.named(album.by());
    Contribution contribute = album.members().isEmpty() ? Contribution.OWNER : Contribution.MEMBERS;
    String id =
        editing
            .make(
                owner,
                new AlbumStore.Draft(
                    album.title(), album.description(), album.audience(), contribute))
            .albumId();
    album.members().forEach(name -> membership.add(owner, id, people.named(name).userId()));
    for (Script.Upload photo : photos) {
      String photoId = Objects.requireNonNull(ids.get(photo.file()));
      contents.put(people.named(photo.by()), id, List.of(photoId), null);
    }
  }
}
