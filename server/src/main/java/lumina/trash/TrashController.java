package lumina.trash;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import lumina.photo.PhotoStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class TrashController {
  /// A photo in the trash.
  ///
  /// @param purgeAt the time at which it is deleted, in milliseconds since 1970
  record TrashedPhoto(@JsonUnwrapped PhotoJson photo, long purgeAt) {}

  record DeletedPhoto(String photoId) {}

  private final Trash trash;
  private final PhotoStore photos;
  private final ImageAddresses addresses;

  TrashController(Trash trash, PhotoStore photos, ImageAddresses addresses) {
    this.trash = trash;
    this.photos = photos;
    this.addresses = addresses;
  }

  /// Moves a photo to the trash: only I see it, and only there.
  @PostMapping("/photos/{id}/trash")
  TrashedPhoto trashPhoto(Person viewer, @PathVariable String id) {
    trash.put(viewer, id);
    return json(read(viewer, id));
  }

  /// Restores a photo from the trash, as it was.
  @PostMapping("/photos/{id}/restore")
  PhotoJson restorePhoto(Person viewer, @PathVariable String id) {
    trash.restore(viewer, id);
    return PhotoJson.of(read(viewer, id), addresses);
  }

  /// Lists my photos in the trash, latest first.
  @GetMapping("/trash")
  ResponseEntity<List<TrashedPhoto>> listTrash(Person viewer, PageRequest page) {
    return trash
        .page(viewer, PageSize.of(page.limit()), page.cursor())
        .map(this::json)
        .toResponse();
  }

  /// Deletes a photo for good, with its comments and likes.
  @DeleteMapping("/photos/{id}")
  DeletedPhoto deletePhoto(Person viewer, @PathVariable String id) {
    trash.delete(viewer, id);
    return new DeletedPhoto(id);
  }

  /// Deletes everything in my trash for good.
  @DeleteMapping("/trash")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void emptyTrash(Person viewer) {
    trash.empty(viewer);
  }

  private Photo read(Person viewer, String id) {
    return photos.find(viewer, id).orElseThrow(() -> new Problem.NotFound("photo"));
  }

  private TrashedPhoto json(Photo photo) {
    return new TrashedPhoto(PhotoJson.of(photo, addresses), trash.purgeAt(photo));
  }
}
