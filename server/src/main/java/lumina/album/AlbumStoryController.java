package lumina.album;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.album.AlbumJson.AlbumMember;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.PhotoJson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AlbumStoryController {
  /// An album to which one person added much within a day.
  ///
  /// @param addedBy its owner or a member
  /// @param added the number of photos that the viewer sees of what they added
  /// @param photos the newest five of these
  record AlbumStory(
      AlbumJson album, AlbumMember addedBy, long added, long addedAt, List<PhotoJson> photos) {}

  private final AlbumStoryReading stories;
  private final ImageAddresses addresses;

  AlbumStoryController(AlbumStoryReading stories, ImageAddresses addresses) {
    this.stories = stories;
    this.addresses = addresses;
  }

  /// Lists albums of mine and of my friends to which one person added at least four photos within a
  /// day, latest first.
  @GetMapping("/api/albums/stories")
  ResponseEntity<List<AlbumStory>> listAlbumStories(Person viewer, PageRequest page) {
    return stories
        .page(viewer, PageSize.of(page.limit()), page.cursor())
        .map(this::json)
        .toResponse();
  }

  private AlbumStory json(AlbumStoryReading.Told told) {
    return new AlbumStory(
        told.album(),
        AlbumMember.of(told.by()),
        told.story().added(),
        told.story().addedAt(),
        told.photos().stream().map(photo -> PhotoJson.of(photo, addresses)).toList());
  }
}
