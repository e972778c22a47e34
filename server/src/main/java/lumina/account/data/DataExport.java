package lumina.account.data;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.Me;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.blob.ZipResponse;
import lumina.photo.PhotoJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sends all data of a person as a zip: originals as they were uploaded, and JSON. Another Lumina
/// can import it (docs/import.md).
@Component
public class DataExport {
  private final UserStore users;
  private final PersonPhotos photos;
  private final List<PersonalData> belongings;
  private final JsonMapper json;

  DataExport(UserStore users, PersonPhotos photos, List<PersonalData> belongings, JsonMapper json) {
    this.users = users;
    this.photos = photos;
    this.belongings = belongings;
    this.json = json;
  }

  public void write(Person viewer, HttpServletResponse response) throws IOException {
    String name = "lumina-%s.zip".formatted(viewer.username());
    ZipResponse.send(response, name, zip -> add(viewer, zip));
  }

  private void add(Person viewer, ZipResponse zip) throws IOException {
    ExportManifest manifest = new ExportManifest(viewer);
    add(zip, "account.json", Me.of(users.require(viewer.userId())));
    for (PersonalData some : belongings) {
      List<Object> pieces = new ArrayList<>();
      some.each(viewer.userId(), pieces::add);
      pieces.forEach(manifest::take);
      add(zip, some.name() + ".json", pieces);
    }
    List<PhotoJson> metadata = new ArrayList<>();
    photos.each(
        viewer,
        photo -> {
          metadata.add(photo.metadata());
          if (photo.file().isPresent()) {
            manifest.take(photo.metadata(), photo.fileName());
            zip.add("photos/" + photo.name(), photo.file().get());
            if (photo.movie().isPresent()) {
              zip.add("photos/" + photo.movieName(), photo.movie().get());
            }
          }
        });
    add(zip, "photos.json", metadata);
    add(zip, "manifest.json", manifest.json());
  }

  private void add(ZipResponse zip, String name, Object value) throws IOException {
    zip.add(name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
  }
}
