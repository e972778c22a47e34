package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lumina.command.CommandRefused;
import lumina.storage.DataFolder;
import lumina.stores.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class VaultTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("source"), text);
  }

  private static String read(Vault vault, String name) throws IOException {
    try (InputStream bytes = vault.read(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void keepsFiles(Vault vault) throws IOException {
    assertThat(vault.sizes()).isEmpty();
    vault.put("files/ab/abcd", file("x".repeat(3_000)));
    vault.put("files/cd/cdef", file(""));
    vault.put(Manifest.NAME, file("one"));
    assertThat(vault.sizes())
        .isEqualTo(Map.of("files/ab/abcd", 3_000L, "files/cd/cdef", 0L, Manifest.NAME, 3L));
    assertThat(read(vault, "files/ab/abcd")).isEqualTo("x".repeat(3_000));
    assertThatThrownBy(() -> read(vault, "files/no")).isInstanceOf(NoSuchFileException.class);
  }

  private void replacesFiles(Vault vault) throws IOException {
    vault.put(Manifest.NAME, file("another"));
    assertThat(read(vault, Manifest.NAME)).isEqualTo("another");
    vault.delete("files/ab/abcd");
    vault.delete("files/ab/abcd");
    assertThat(vault.sizes()).doesNotContainKey("files/ab/abcd");
  }

  @Test
  void a_folder_keeps_files() throws IOException {
    Vault vault = new FolderVault(folder.resolve("backup"));
    keepsFiles(vault);
    replacesFiles(vault);
  }

  @Test
  void a_bucket_keeps_files() throws IOException {
    try (S3Server server = S3Server.start();
        S3Client s3 =
            S3Client.builder()
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(server.endpoint())
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder())
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .build()) {
      var _ = s3.createBucket(bucket -> bucket.bucket("backups"));
      Vault vault = new S3Vault(s3, "backups", "one/");
      keepsFiles(vault);
      replacesFiles(vault);
      assertThat(new S3Vault(s3, "backups", "on/").sizes()).isEmpty();
      assertThat(new S3Vault(s3, "backups", "").sizes()).containsKey("one/" + Manifest.NAME);
      assertThatThrownBy(() -> new S3Vault(s3, "no-bucket", "").sizes())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_bucket_needs_a_region() {
    at(folder.resolve("data"))
        .withPropertyValues("storage.region=")
        .run(
            lumina ->
                assertThatThrownBy(() -> lumina.getBean(Vaults.class).open("s3://b/c", true))
                    .isInstanceOf(CommandRefused.class)
                    .hasMessageContaining("AWS_REGION"));
  }

  @Test
  void a_tar_replaces_the_one_before_when_it_is_finished_and_other_programs_read_it()
      throws Exception {
    Path tar = folder.resolve("backup.tar");
    try (TarVault vault = TarVault.write(tar)) {
      vault.put(Manifest.NAME, file("the one before"));
    }
    TarVault.write(tar).close();
    try (TarVault vault = TarVault.read(tar)) {
      assertThat(read(vault, Manifest.NAME)).isEqualTo("the one before");
    }
    try (TarVault vault = TarVault.write(tar)) {
      keepsFiles(vault);
    }
    try (TarVault vault = TarVault.read(tar)) {
      assertThat(vault.sizes()).hasSize(3);
      assertThat(read(vault, "files/ab/abcd")).isEqualTo("x".repeat(3_000));
    }
    Process list =
        new ProcessBuilder("tar", "-tf", tar.toString()).redirectErrorStream(true).start();
    assertThat(list.inputReader().lines())
        .containsExactlyInAnyOrder("files/ab/abcd", "files/cd/cdef", Manifest.NAME);
    assertThat(list.waitFor()).isZero();
  }

  @Test
  void a_tar_that_was_cut_off_says_so() throws IOException {
    Path tar = folder.resolve("cut.tar");
    try (TarVault vault = TarVault.write(tar)) {
      keepsFiles(vault);
    }
    for (int length : List.of(2_000, 1_100)) { // in a file, and in what says which file it is
      try (FileChannel channel = FileChannel.open(tar, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
      assertThatThrownBy(() -> TarVault.read(tar)).hasMessage("its end is missing");
    }
  }

  @Test
  void a_backup_takes_the_place_of_nothing_but_backups() throws IOException {
    Path tar = Files.writeString(folder.resolve("letters.tar"), "dear");
    assertThatThrownBy(() -> TarVault.write(tar)).isInstanceOf(CommandRefused.class);
    assertThat(tar).hasContent("dear");
    Path book = Files.writeString(folder.resolve("book.tar"), "dear ".repeat(500));
    assertThatThrownBy(() -> TarVault.write(book)).hasMessageContaining("it is no tar");
    assertThat(book).hasContent("dear ".repeat(500));
    Path letter = Files.createDirectories(folder.resolve("disk/files")).resolve("letter.txt");
    Files.writeString(letter, "dear");
    assertThatThrownBy(
            () -> new BackupRun(new FolderVault(folder.resolve("disk")), new TreeMap<>(), false))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("letter.txt there is not of a backup");
  }

  private ApplicationContextRunner at(Path data) {
    return new ApplicationContextRunner()
        .withPropertyValues(
            "lumina.data=" + data, "storage.region=eu-central-1", "storage.s3.path-style=false")
        .withUserConfiguration(DataFolder.class, Vaults.class);
  }

  @Test
  void a_tar_that_was_renamed_is_still_one() {
    at(folder.resolve("data"))
        .run(
            lumina -> {
              Vaults vaults = lumina.getBean(Vaults.class);
              try (Vault vault = vaults.open(folder.resolve("backup.tar").toString(), true)) {
                vault.put(Manifest.NAME, file("kept"));
              }
              Path renamed = folder.resolve("backup of May");
              Files.move(folder.resolve("backup.tar"), renamed);
              try (Vault vault = vaults.open(renamed.toString(), false)) {
                assertThat(read(vault, Manifest.NAME)).isEqualTo("kept");
              }
            });
  }

  @Test
  void what_is_no_place_for_a_backup_is_refused() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), data);
    List<String> places = List.of("", " ", "s3://", "s3:bucket", link + "/inside", data + "/x.tar");
    at(data)
        .run(
            lumina -> {
              Vaults vaults = lumina.getBean(Vaults.class);
              for (String odd : places) {
                assertThatThrownBy(() -> vaults.open(odd, true))
                    .as(odd)
                    .isInstanceOf(CommandRefused.class);
              }
            });
  }
}
