package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lumina.media.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReadingTest {
  private static final String SEA =
      """
      {"title": "IMG_1.jpg", "description": "The sea", "url": "https://photos.google.com/1",
       "photoTakenTime": {"timestamp": "1556892000"},
       "geoData": {"latitude": 38.7, "longitude": -9.1}, "people": [{"name": "Ben"}]}
      """;

  @TempDir Path folder;

  @Test
  void parts_of_a_takeout_are_one_export() throws IOException {
    Path first =
        Found.zip(
            folder.resolve("takeout-001.zip"),
            "Takeout/Google Fotos/Fotos von 2019/IMG_1.jpg.supplemental-metadata.json",
            SEA,
            "Takeout/Google Fotos/Lissabon/Metadaten.json",
            "{\"title\": \"Lissabon\", \"description\": \"Ein Jahr\", \"access\": \"protected\"}",
            "Takeout/Google Fotos/Lissabon/IMG_1.jpg.supplemental-metadata.json",
            SEA);
    Path second =
        Found.zip(
            folder.resolve("takeout-002.zip"),
            "Takeout/Google Fotos/Fotos von 2019/IMG_1.jpg",
            "one",
            "Takeout/Google Fotos/Fotos von 2019/IMG_1-bearbeitet.jpg",
            "two",
            "Takeout/Google Fotos/Fotos von 2020/gone.jpg.json",
            SEA.replace("IMG_1", "gone"));

    Found found = Found.in(true, first, second);

    String photo = "Takeout/Google Fotos/Fotos von 2019/IMG_1.jpg";
    SourcePhoto.About about = found.photo(photo).about();
    assertThat(found.caption(photo)).isEqualTo("The sea");
    assertThat(found.caption(photo.replace(".jpg", "-bearbeitet.jpg"))).isEqualTo("The sea");
    assertThat(Objects.requireNonNull(about.taken()).at()).isEqualTo(1_556_892_000_000L);
    assertThat(about.place()).isEqualTo(new Place(38.7, -9.1, null));
    assertThat(about.words().tags()).isEmpty();
    assertThat(found.albums(photo)).containsExactly("Lissabon");
    assertThat(found.missing).containsExactly("Takeout/Google Fotos/Fotos von 2020/gone.jpg.json");
    assertThat(found.refused).isEmpty();
  }

  @Test
  void a_photo_without_json_that_can_be_read_has_that_of_its_copy_in_an_album() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("takeout.zip"),
            "Takeout/Google Photos/Photos from 2019/IMG_1.jpg",
            "one",
            "Takeout/Google Photos/Photos from 2019/IMG_1.jpg.json",
            "{ cut of",
            "Takeout/Google Photos/Photos from 2019/IMG_2.jpg",
            "as before",
            "Takeout/Google Photos/Photos from 2019/IMG_2.jpg.json",
            "{}",
            "Takeout/Google Photos/Photos from 2019/IMG_3.jpg",
            "edited or so",
            "Takeout/Google Photos/Sea/IMG_1.jpg",
            "one",
            "Takeout/Google Photos/Sea/IMG_1.jpg.json",
            SEA,
            "Takeout/Google Photos/Sea/IMG_2(1).jpg",
            "as before",
            "Takeout/Google Photos/Sea/IMG_2.jpg(1).json",
            SEA.replace("The sea", "Also the sea"),
            "Takeout/Google Photos/Sea/IMG_3.jpg",
            "edited since",
            "Takeout/Google Photos/Sea/IMG_3.jpg.json",
            SEA.replace("The sea", "Edited"));

    Found found = Found.in(false, zip);

    String year = "Takeout/Google Photos/Photos from 2019/";
    assertThat(found.caption(year + "IMG_1.jpg")).isEqualTo("The sea");
    assertThat(found.caption(year + "IMG_2.jpg")).isEqualTo("Also the sea");
    assertThat(found.caption(year + "IMG_3.jpg")).as("other bytes of the same length").isEmpty();
  }

  @Test
  void a_photo_has_the_json_of_its_own_zip() throws IOException {
    String year = "Takeout/Google Photos/Photos from 2019/";
    Path anns =
        Found.zip(
            folder.resolve("ann.zip"), year + "IMG_1.jpg", "one", year + "IMG_1.jpg.json", SEA);
    Path bens =
        Found.zip(
            folder.resolve("ben.zip"),
            year + "IMG_1.jpg",
            "two",
            year + "IMG_1.jpg.json",
            SEA.replace("The sea", "A hill"));

    assertThat(Found.in(false, anns, bens).captions).containsExactly("The sea", "A hill");
  }

  @Test
  void a_photo_of_the_trash_stays_there() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("t.zip"),
            "Takeout/Google Photos/Trash/IMG_1.jpg",
            "x",
            "Takeout/Google Photos/Trash/IMG_1.jpg.json",
            SEA.replace("\"people\"", "\"trashed\": true, \"people\""),
            "Takeout/Google Photos/Photos from 2019/IMG_1.jpg",
            "x");

    Found found = Found.in(false, zip);

    assertThat(found.photos.keySet())
        .containsExactly("Takeout/Google Photos/Photos from 2019/IMG_1.jpg");
    assertThat(found.refused)
        .containsExactly("Takeout/Google Photos/Trash/IMG_1.jpg: it was in the trash there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775807",
        "99999999999999999999",
        "1e300",
        "-1e300",
        "\"99999999999999999999\"",
        "\"+999999999-12-31 23:59:59\"",
        "\"NaN\"",
        "{}"
      })
  void a_time_that_cannot_be_counts_as_none_and_stops_nothing(String odd) throws IOException {
    Path takeout =
        Found.zip(
            folder.resolve("takeout.zip"),
            "a/p.jpg",
            "x",
            "a/p.jpg.json",
            "{\"title\": \"p.jpg\", \"photoTakenTime\": {\"timestamp\": %s}}".formatted(odd));
    Path instagram =
        Found.zip(
            folder.resolve("instagram.zip"),
            "posts_1.json",
            "[{\"uri\": \"i.jpg\", \"creation_timestamp\": %s}]".formatted(odd),
            "i.jpg",
            "x");
    Path flickr =
        Found.zip(
            folder.resolve("flickr.zip"),
            "photo_4711000001.json",
            "{\"date_taken\": %s}".formatted(odd),
            "f_4711000001_o.jpg",
            "x");
    for (Path zip : List.of(takeout, instagram, flickr, exported(odd))) {
      Found found = Found.in(false, zip);

      assertThat(found.photos).as(zip.toString()).hasSize(1);
      assertThat(found.refused).isEmpty();
      assertThat(found.photos.values()).allMatch(photo -> photo.about().taken() == null);
    }
  }

  private Path exported(String time) throws IOException {
    return Found.zip(
        folder.resolve("lumina.zip"),
        "account.json",
        "{}",
        "photos.json",
        "[{\"photo_id\": \"l\", \"checksum\": \"c\"}]",
        "manifest.json",
        """
            {"photos": [{"checksum": "c", "created_at": %1$s, "place": {"altitude": %1$s},
              "taken": {"at": %1$s, "offset": %1$s, "from": "file"}}]}
            """
            .formatted(time),
        "photos/l.jpg",
        "x");
  }

  @Test
  void a_plain_folder_may_be_an_album_and_its_links_are_not_followed() throws IOException {
    Path lisbon = Files.createDirectories(folder.resolve("Lisbon/raw"));
    Files.writeString(lisbon.resolve("a.jpg"), "one");
    Files.writeString(lisbon.resolve(".DS_Store"), "litter");
    Files.createSymbolicLink(lisbon.resolve("b.jpg"), Path.of("/etc/passwd"));

    Found found = Found.in(true, folder.resolve("Lisbon"));

    assertThat(found.albums("Lisbon/raw/a.jpg")).containsExactly("raw");
    assertThat(found.photos).hasSize(1);
    assertThat(found.refused)
        .containsExactly("Lisbon/raw/b.jpg: it is a link, and links are not followed");
  }

  @Test
  void a_json_without_end_is_named_and_stops_nothing() throws IOException {
    Path zip =
        Found.zip(
            folder.resolve("t.zip"),
            "a/IMG_1.jpg",
            "x",
            "a/IMG_1.jpg.json",
            "[".repeat(9 << 20).concat(String.valueOf(Math.PI)),
            "a/deep.json",
            "[".repeat(100_000));

    Found found = Found.in(false, zip);

    assertThat(found.photos.keySet()).containsExactly("a/IMG_1.jpg");
    assertThat(found.refused).hasSize(2);
  }

  @Test
  void an_archive_that_is_no_zip_is_named_with_what_to_do() throws IOException {
    Files.writeString(folder.resolve("takeout-1.tgz"), "packed");
    assertThat(Found.in(false, folder).refused)
        .singleElement()
        .asString()
        .contains("takeout-1.tgz", "unpack");
  }
}
