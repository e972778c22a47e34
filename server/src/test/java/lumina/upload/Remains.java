package lumina.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.storage.DataFolder;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import lumina.storage.s3.S3Settings;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Everything that the stores of a backend still hold under the id of a photo.
public record Remains(ListableBeanFactory beans) {
  /// The keys of its files.
  public List<String> files(String id) throws IOException {
    return files(List.of(id));
  }

  private List<String> files(List<String> ids) throws IOException {
    Optional<S3Client> s3 = beans.getBeanProvider(S3Client.class).stream().findFirst();
    List<String> all = s3.isPresent() ? objects(s3.get()) : filesInFolder();
    return all.stream().filter(file -> ids.stream().anyMatch(file::contains)).toList();
  }

  private List<String> objects(S3Client s3) {
    String bucket = beans.getBean(S3Settings.class).bucket();
    return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> all = Files.walk(beans.getBean(DataFolder.class).images())) {
      return all.map(Path::toString).toList();
    } catch (UncheckedIOException deletedByAnotherTest) {
      return filesInFolder();
    }
  }

  /// The files of all photos that are not in the index yet, or no longer.
  public List<String> filesOfPending() throws IOException {
    return files(
        beans
            .getBean(JdbcClient.class)
            .sql("SELECT photo_id FROM unsettled_photos")
            .query((row, n) -> row.getString(1))
            .list());
  }

  /// The tables that have rows of the photo; it may still be pending.
  public List<String> tables(String id) {
    Optional<Dynamo> dynamo = beans.getBeanProvider(Dynamo.class).stream().findFirst();
    return dynamo.isPresent()
        ? Stream.concat(rows(id, "photos"), items(id, dynamo.get())).toList()
        : rows(id, "photos", "photo_likes", "comments").toList();
  }

  private Stream<String> rows(String id, String... tables) {
    JdbcClient sql = beans.getBean(JdbcClient.class);
    return Stream.of(tables)
        .filter(
            table ->
                sql.sql("SELECT count(*) FROM " + table + " WHERE photo_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                    > 0);
  }

  private Stream<String> items(String id, Dynamo dynamo) {
    DynamoTables tables = beans.getBean(DynamoTables.class);
    return Stream.of(tables.photos(), tables.comments())
        .filter(
            table ->
                !dynamo
                    .query(
                        it ->
                            it.tableName(table)
                                .keyConditionExpression("PK = :photo")
                                .expressionAttributeValues(
                                    Map.of(":photo", Dynamo.s("PHOTO#" + id))))
                    .items()
                    .isEmpty());
  }
}
