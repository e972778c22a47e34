package lumina.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several exports in one import: all of them have files with the same names.
class LuminaExportTest {
  @TempDir Path folder;

  private static String photos(String id) {
    return "[{\"photo_id\": \"%s\", \"checksum\": \"same\"}]".formatted(id);
  }

  private static String manifest(String caption) {
    return """
        {"albums": [{"title": "Trip", "photos": ["same"]}],
         "photos": [{"checksum": "same", "caption": "%s", "comments": ["by %1$s"]}]}
        """
        .formatted(caption);
  }

  private Path export(String id) throws IOException {
    return Found.zip(
        folder.resolve(id + ".zip"),
        "account.json",
        "{}",
        "photos/%s.jpg".formatted(id),
        "bytes",
        "photos.json",
        photos(id),
        "manifest.json",
        manifest(id));
  }

  private static void assertWhole(Found found, String... ids) {
    assertThat(found.photos).hasSize(ids.length);
    for (String id : ids) {
      String path = "photos/%s.jpg".formatted(id);
      assertThat(found.caption(path)).isEqualTo(id);
      assertThat(found.photo(path).about().comments()).containsExactly("by " + id);
      assertThat(found.albums(path)).containsExactly("Trip");
    }
    assertThat(found.refused).isEmpty();
    assertThat(found.missing).isEmpty();
  }

  @Test
  void each_of_several_exports_has_its_own_manifest() throws IOException {
    assertWhole(
        Found.in(false, export("ann"), export("ben"), export("cleo")), "ann", "ben", "cleo");
    assertWhole(Found.in(false, folder), "ann", "ben", "cleo");
  }

  @Test
  void the_photos_of_an_album_that_several_exports_have_follow_each_other() throws IOException {
    Found found = Found.in(false, export("ann"), export("ben"));
    assertThat(found.photos.values())
        .flatExtracting(SourcePhoto::albums)
        .extracting(SourcePhoto.Membership::position)
        .containsExactly(0L, 1L);
  }

  @Test
  void folders_with_the_same_name_are_several_exports() throws IOException {
    for (String id : List.of("ann", "ben")) {
      Path photos = Files.createDirectories(folder.resolve(id).resolve("lumina/photos"));
      Path export = photos.resolveSibling(".");
      Files.writeString(photos.resolve(id + ".jpg"), "bytes");
      Files.writeString(export.resolve("account.json"), "{}");
      Files.writeString(export.resolve("photos.json"), photos(id));
      Files.writeString(export.resolve("manifest.json"), manifest(id));
    }
    Found found = Found.in(false, folder.resolve("ann/lumina"), folder.resolve("ben/lumina"));
    assertThat(found.caption("lumina/photos/ann.jpg")).isEqualTo("ann");
    assertThat(found.caption("lumina/photos/ben.jpg")).isEqualTo("ben");
  }

  /// The page packs the files of a folder into several zips.
  @Test
  void an_export_in_several_zips_is_one_also_beside_another() throws IOException {
    Path lists =
        Found.zip(folder.resolve("0.zip"), "account.json", "{}", "manifest.json", manifest("dan"));
    Path files =
        Found.zip(folder.resolve("1.zip"), "photos/dan.jpg", "bytes", "photos.json", photos("dan"));
    assertWhole(Found.in(false, lists, files), "dan");
    assertWhole(Found.in(false, lists, export("ann"), files), "ann", "dan");
    assertWhole(Found.in(false, export("ann"), files, lists), "ann", "dan");
  }
}
