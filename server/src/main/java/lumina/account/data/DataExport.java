package lumina.account.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.access.Viewer.Person;
import lumina.account.Me;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.blob.Blob;
import lumina.http.problem.ResponseCutOff;
import lumina.photo.PhotoJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes all data of a person as a zip: originals as they were uploaded, and JSON.
///
/// It streams: one file is read and written at a time.
@Component
public class DataExport {
  private static final Logger log = LoggerFactory.getLogger(DataExport.class);

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

  public void write(Person viewer, OutputStream out) throws IOException {
    // Not closed on an error: a closed zip would look complete.
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION); // photos are compressed already
    entry(zip, "account.json", Me.of(users.require(viewer.userId())));
    for (PersonalData some : belongings) {
      List<Object> pieces = new ArrayList<>();
      some.each(viewer.userId(), pieces::add);
      entry(zip, some.name() + ".json", pieces);
    }
    List<PhotoJson> metadata = new ArrayList<>();
    photos.each(
        viewer,
        photo -> {
          metadata.add(photo.metadata());
          if (photo.file().isPresent()) {
            file(zip, "photos/" + photo.name(), photo.file().get());
          }
        });
    entry(zip, "photos.json", metadata);
    zip.finish();
  }

  private void entry(ZipOutputStream zip, String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    zip.closeEntry();
  }

  private static void file(ZipOutputStream zip, String name, Blob file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream bytes = file.bytes()) {
      bytes.transferTo(zip);
    } catch (IOException brokenOff) {
      log.warn("Data export failed: an original could not be read", brokenOff);
      throw new ResponseCutOff();
    }
    zip.closeEntry();
  }
}
