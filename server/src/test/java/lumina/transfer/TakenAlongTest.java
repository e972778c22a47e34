package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class TakenAlongTest {
  @Test
  void what_tables_say_is_taken_along_is_in_the_file(@LocalServerPort int port) throws IOException {
    Person ann = Person.stranger("http://localhost:" + port).signUp();
    Set<String> files = new TreeSet<>();
    byte[] zip = ann.get("/api/account/download").expect(200).bytes();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.add(entry.getName());
      }
    }
    Set<String> taken = new TreeSet<>();
    Fates.read().tables().values().stream()
        .map(Fates.Fate::taken)
        .filter(it -> !it.startsWith(Fates.NO))
        .forEach(taken::add);
    assertThat(files)
        .as("files of person/TakeAway, as %s names them", Fates.FILE)
        .containsAll(taken);
  }
}
