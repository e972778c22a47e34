package lumina.album;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import lumina.access.AlbumAudience;
import lumina.access.ViewAs;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/albums")
class AlbumController {
  private static final String UNTITLED = "Please give the album a title.";

  /// @param audience who sees the album; private if missing
  /// @param contribute who adds photos; the owner alone if missing
  record CreateAlbumRequest(
      @Nullable String title,
      @Nullable String description,
      @Nullable String audience,
      @Nullable String contribute) {}

  /// The changes of an edit; null leaves a field as it is.
  ///
  /// @param cover the id of the photo that stands for it; null for the first one
  record EditAlbumRequest(
      @Nullable String title,
      @Nullable String description,
      @Nullable String audience,
      @Nullable String contribute,
      @Nullable JsonNode cover) {}

  private final AlbumEditing editing;
  private final AlbumStore albums;
  private final AlbumReading reading;

  AlbumController(AlbumEditing editing, AlbumStore albums, AlbumReading reading) {
    this.editing = editing;
    this.albums = albums;
    this.reading = reading;
  }

  /// Makes an album.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AlbumJson createAlbum(Person viewer, @RequestBody CreateAlbumRequest draft) {
    String title = title(Required.field("title", draft.title(), UNTITLED));
    String description = Text.optional(Album.DESCRIPTION, draft.description());
    AlbumAudience audience = AlbumAudience.named(draft.audience());
    Contribution contribute = Contribution.named(draft.contribute());
    Album made =
        editing.make(
            viewer,
            new AlbumStore.Draft(
                title,
                description,
                requireNonNullElse(audience, AlbumAudience.PRIVATE),
                requireNonNullElse(contribute, Contribution.OWNER)));
    return reading.read(viewer, made);
  }

  /// Lists my albums and those that I am a member of, or the albums of a person, newest first. With
  /// `view_as`, `friend` or `public`, people look at their own albums as others see them.
  @GetMapping
  ResponseEntity<List<AlbumJson>> listAlbums(
      Person viewer,
      @RequestParam(name = "user_id") @Nullable Long userId,
      @RequestParam(name = "view_as") @Nullable String viewAs,
      PageRequest asked) {
    Viewer eyes = ViewAs.eyes(viewer, requireNonNullElse(userId, viewer.userId()), viewAs);
    Long owner = eyes.equals(viewer) ? userId : (Long) viewer.userId();
    Page<Album> page = albums.list(eyes, owner, PageSize.of(asked.limit()), asked.cursor());
    return new Page<>(reading.read(eyes, page.items()), page.next()).toResponse();
  }

  /// Reads an album, without its photos.
  @GetMapping("/{id}")
  AlbumJson getAlbum(Viewer viewer, @PathVariable String id) {
    return reading.read(viewer, albums.require(viewer, id));
  }

  /// Changes what an album is called, who sees it, and who contributes.
  @PatchMapping("/{id}")
  AlbumJson editAlbum(Person viewer, @PathVariable String id, @RequestBody EditAlbumRequest edit) {
    AlbumStore.Edit changes =
        new AlbumStore.Edit(
            edit.title() == null ? null : title(edit.title()),
            edit.description() == null
                ? null
                : Text.optional(Album.DESCRIPTION, edit.description()),
            AlbumAudience.named(edit.audience()),
            Contribution.named(edit.contribute()));
    editing.edit(viewer, id, changes, edit.cover());
    return getAlbum(viewer, id);
  }

  private static String title(String typed) {
    String title = Text.line(Album.TITLE, typed);
    if (title.isEmpty()) {
      throw new Problem.Invalid("title", "missing_field", UNTITLED);
    }
    return title;
  }

  /// Deletes an album; its photos stay.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteAlbum(Person viewer, @PathVariable String id) {
    editing.remove(viewer, id);
  }
}
