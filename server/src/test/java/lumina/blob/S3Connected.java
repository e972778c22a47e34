package lumina.blob;

import java.util.List;
import lumina.storage.DataFolder;
import lumina.storage.s3.S3Connection;
import lumina.stores.S3Server;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;

/// The S3 part of Lumina, connected to a server as in production: the SDK finds credentials and
/// endpoint by itself.
final class S3Connected implements AutoCloseable {
  /// The SDK of this JVM finds one S3 at a time, so tests take turns
  /// ([org.junit.jupiter.api.parallel.ResourceLock]).
  static final String NAME = "S3 for the SDK";

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /// @param settings additional settings, or replacements
  S3Connected(S3Server server, String... settings) {
    this(server, new ExecutionInterceptor() {}, settings);
  }

  S3Connected(S3Server server, ExecutionInterceptor interceptor, String... settings) {
    this(interceptor, settings);
    find(server, server.secretKey());
  }

  /// Connects to the endpoint that the environment names.
  S3Connected(ExecutionInterceptor interceptor, String... settings) {
    TestPropertyValues.of(
            "storage.backend=dynamodb",
            "storage.region=eu-central-1",
            "storage.s3.bucket=images",
            "storage.s3.path-style=true",
            "storage.patience-seconds=0",
            "storage.create=true")
        .and(settings)
        .applyTo(context);
    context.registerBean(ExecutionInterceptor.class, () -> interceptor);
    context.register(S3Connection.class, S3BlobStore.class);
    if (List.of(settings).stream().anyMatch(it -> it.startsWith("lumina.data="))) {
      context.register(DataFolder.class, S3UploadParts.class);
    }
  }

  /// Sets what a real process gets from its environment.
  static void find(S3Server server, String secretKey) {
    System.setProperty("aws.endpointUrlS3", server.endpoint().toString());
    System.setProperty("aws.accessKeyId", server.accessKey());
    System.setProperty("aws.secretAccessKey", secretKey);
  }

  S3Connected start() {
    context.refresh();
    return this;
  }

  BlobStore store() {
    return context.getBean(BlobStore.class);
  }

  /// Needs the setting `lumina.data`.
  UploadParts parts() {
    return context.getBean(UploadParts.class);
  }

  S3Client client() {
    return context.getBean(S3Client.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
