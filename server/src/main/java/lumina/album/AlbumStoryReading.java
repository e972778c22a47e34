package lumina.album;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.album.AlbumStories.Story;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads stories with their albums, people and photos.
@Component
class AlbumStoryReading {
  /// @param by the person who added the photos
  /// @param photos the newest of them
  record Told(Story story, AlbumJson album, PersonSummary by, List<Photo> photos) {}

  private final AlbumStories stories;
  private final AlbumStore albums;
  private final AlbumReading reading;
  private final PersonSummaries people;
  private final PhotoStore photos;

  AlbumStoryReading(
      AlbumStories stories,
      AlbumStore albums,
      AlbumReading reading,
      PersonSummaries people,
      PhotoStore photos) {
    this.stories = stories;
    this.albums = albums;
    this.reading = reading;
    this.people = people;
    this.photos = photos;
  }

  Page<Told> page(Person viewer, int limit, @Nullable String after) {
    Page<Story> page = stories.page(viewer, limit, after);
    Map<AlbumStories.Key, List<Photo>> shown = photos(viewer, page.items());
    Map<String, AlbumJson> of = albums(viewer, page.items());
    Map<Long, PersonSummary> faces =
        people.of(viewer, page.items().stream().map(Story::userId).collect(Collectors.toSet()));
    List<Told> told =
        page.items().stream()
            .flatMap(
                story ->
                    told(
                        story,
                        Optional.ofNullable(of.get(story.albumId())),
                        PersonSummary.visible(faces, story.userId()),
                        shown.getOrDefault(story.key(), List.of())))
            .toList();
    return new Page<>(told, page.next());
  }

  /// @param album empty if it was deleted meanwhile
  private static Stream<Told> told(
      Story story, Optional<AlbumJson> album, Stream<PersonSummary> by, List<Photo> photos) {
    return album.stream().flatMap(it -> by.map(person -> new Told(story, it, person, photos)));
  }

  private Map<String, AlbumJson> albums(Person viewer, List<Story> told) {
    return reading
        .read(viewer, albums.among(viewer, told.stream().map(Story::albumId).toList()))
        .stream()
        .collect(Collectors.toMap(AlbumJson::albumId, Function.identity()));
  }

  private Map<AlbumStories.Key, List<Photo>> photos(Person viewer, List<Story> told) {
    Map<AlbumStories.Key, List<IndexEntry>> newest = stories.photos(viewer, told);
    List<IndexEntry> entries = newest.values().stream().flatMap(List::stream).distinct().toList();
    Map<String, Photo> read =
        photos.read(viewer, entries).stream()
            .collect(Collectors.toMap(Photo::photoId, Function.identity()));
    return newest.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    each.getValue().stream()
                        .flatMap(entry -> Stream.ofNullable(read.get(entry.photoId())))
                        .toList()));
  }
}
