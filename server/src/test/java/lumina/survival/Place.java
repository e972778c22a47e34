package lumina.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.process.LuminaProcess;
import lumina.storage.place.LocalPlace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What the stores of a Lumina hold, without Lumina.
///
/// @param settings those of the server
record Place(Map<String, String> settings) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private static final Pattern FOLDER = Pattern.compile("(\\d/)?(incoming|uploads|images)/");

  private boolean inCloud() {
    return "dynamodb".equals(settings.get("STORAGE_BACKEND"));
  }

  private String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  /// Files that belong to no photo, and that no sweep knows of.
  ///
  /// @param photos the ids of all photos
  List<String> orphans(Set<String> photos) throws IOException, SQLException {
    Set<String> known =
        ids(
            "SELECT photo_id FROM unsettled_photos UNION SELECT upload_id FROM uploads"
                + " WHERE settled = 0 OR expires_at = 0");
    known.addAll(photos);
    return files().stream()
        .filter(file -> ID.matcher(file).results().noneMatch(it -> known.contains(it.group())))
        .filter(file -> !file.endsWith("images/" + LocalPlace.MARK))
        .toList();
  }

  /// The ids of all photos in the index, whoever may see them.
  Set<String> photos() throws SQLException {
    return ids("SELECT photo_id FROM photos");
  }

  /// What `lumina check` finds, if it is there.
  List<String> check() {
    return LuminaProcess.command(settings, "check")
        .filter(check -> check.exitCode() != 0)
        .map(check -> check.said().lines().toList())
        .orElse(List.of());
  }

  private Set<String> ids(String query) throws SQLException {
    try (Connection sql = connect();
        ResultSet rows = sql.createStatement().executeQuery(query)) {
      List<String> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids.stream().collect(Collectors.toSet());
    }
  }

  private Connection connect() throws SQLException {
    return inCloud()
        ? DriverManager.getConnection(
            "jdbc:mysql://%s:%s/%s"
                .formatted(setting("DB_HOST"), setting("DB_PORT"), setting("DB_NAME")),
            setting("DB_USER"),
            setting("DB_PASSWORD"))
        : DriverManager.getConnection(
            "jdbc:sqlite:" + Path.of(setting("LUMINA_DATA"), "lumina.db"));
  }

  /// All servers have their folders in the same one. Tomcat leaves an empty file when its first
  /// write of an upload fails; the next start deletes it.
  private List<String> files() throws IOException {
    Path data = Path.of(setting("LUMINA_DATA"));
    try (Stream<Path> all = Files.walk(data)) {
      Stream<String> local =
          all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
              .filter(file -> FOLDER.matcher(data.relativize(file).toString()).lookingAt())
              .map(Path::toString);
      return Stream.concat(local, inCloud() ? objects().stream() : Stream.empty()).toList();
    } catch (UncheckedIOException vanished) {
      return files();
    }
  }

  private List<String> objects() {
    AwsBasicCredentials known =
        AwsBasicCredentials.create(setting("AWS_ACCESS_KEY_ID"), setting("AWS_SECRET_ACCESS_KEY"));
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(URI.create(setting("AWS_ENDPOINT_URL_S3")))
            .forcePathStyle(true)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(known))
            .httpClient(Apache5HttpClient.create())
            .build()) {
      return s3
          .listObjectsV2Paginator(list -> list.bucket(setting("S3_BUCKET")))
          .contents()
          .stream()
          .map(S3Object::key)
          .filter(key -> key.startsWith("photos/") || key.startsWith("uploads/"))
          .toList();
    }
  }
}
