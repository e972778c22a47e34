package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.imports.source.SourcePhoto.Membership;
import lumina.media.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlickrTest {
  @TempDir Path folder;

  @Test
  void flickr_keeps_tags_and_the_order_of_albums() throws IOException {
    Path about =
        Found.zip(
            folder.resolve("about.zip"),
            "photo_4711000001.json",
            """
            {"id": "4711000001", "name": "Boat", "description": "At dawn",
             "date_taken": "2009-05-03 06:07:08", "tags": [{"tag": "sea"}],
             "geo": [{"latitude": "41123456", "longitude": "-8611111"}],
             "albums": [{"title": "Porto"}]}
            """,
            "albums.json",
            """
            {"albums": [{"title": "Porto", "description": "", "photos": ["4711000002", "4711000001"]}]}
            """,
            "photo_4711000009.json",
            "{\"id\": \"4711000009\"}");
    Path files = Found.zip(folder.resolve("files.zip"), "boat_4711000001_o.jpg", "one");

    Found found = Found.in(false, about, files);

    SourcePhoto boat = found.photo("boat_4711000001_o.jpg");
    assertThat(boat.about().words().caption()).isEqualTo("Boat\n\nAt dawn");
    assertThat(boat.about().words().tags()).containsExactly("sea");
    assertThat(boat.about().place()).isEqualTo(new Place(41.123456, -8.611111, null));
    assertThat(boat.albums().getFirst().position()).isEqualTo(1);
    assertThat(found.missing).containsExactly("photo_4711000009.json");
  }

  @Test
  void an_album_without_any_of_its_photos_is_named() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("flickr.zip"),
            "albums.json",
            """
            {"albums": [
              {"title": "Gone", "photos": ["4711000002"]},
              {"title": "Never filled", "photos": []},
              {"title": "Half", "photos": ["4711000001", "4711000002"]}]}
            """,
            "photo_4711000001.json",
            "{}",
            "a_4711000001_o.jpg",
            "one");

    assertThat(Found.in(false, zip).refused)
        .containsExactly(
            "album Gone: none of its photos is here",
            "album Never filled: none of its photos is here");
  }

  @Test
  void albums_with_the_same_title_are_several() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("flickr.zip"),
            "albums.json",
            """
            {"albums": [
              {"title": "Sea", "description": "", "photos": ["4711000001"]},
              {"title": "Sea", "description": "", "photos": ["4711000002"]},
              {"title": "Sea", "description": "Else", "photos": ["4711000003"]}]}
            """,
            "photo_4711000001.json",
            "{}",
            "photo_4711000002.json",
            "{}",
            "photo_4711000003.json",
            "{}",
            "a_4711000001_o.jpg",
            "one",
            "b_4711000002_o.jpg",
            "two",
            "c_4711000003_o.jpg",
            "three");

    Set<SourceAlbum> albums =
        Found.in(false, zip).photos.values().stream()
            .flatMap(photo -> photo.albums().stream())
            .map(Membership::album)
            .collect(Collectors.toSet());

    assertThat(albums)
        .containsExactlyInAnyOrder(
            new SourceAlbum("Sea", "", 1),
            new SourceAlbum("Sea", "", 2),
            new SourceAlbum("Sea", "Else", 1));
  }
}
