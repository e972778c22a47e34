package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import lumina.stores.S3Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    }
  }

  @Test
  void a_tar_replaces_the_one_before_when_it_is_finished_and_other_programs_read_it()
      throws Exception {
    Path tar = folder.resolve("backup.tar");
    Files.writeString(tar, "the one before");
    TarVault.write(tar).close();
    assertThat(tar).hasContent("the one before");
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
}
