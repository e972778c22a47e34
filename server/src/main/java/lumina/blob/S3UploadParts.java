package lumina.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.LongStream;
import lumina.storage.CloudBackend;
import lumina.storage.DataFolder;
import lumina.storage.s3.S3Settings;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.s3.S3Client;

/// Keeps each part of an upload as an object. The last part is overwritten by a longer one with the
/// same beginning, so that an interruption at any moment leaves all bytes that were flushed.
///
/// These are objects of their own and not a multipart upload of S3 (docs/decisions/0032).
@Component
@CloudBackend
class S3UploadParts implements UploadParts {
  private static final String MEDIA_TYPE = "application/octet-stream";

  private final BlobStore blobs;
  private final S3Upload upload;
  private final DataFolder folder;

  S3UploadParts(S3Client s3, S3Settings settings, BlobStore blobs, DataFolder folder) {
    this.blobs = blobs;
    this.folder = folder;
    upload = new S3Upload(s3, settings.bucket());
  }

  private static String key(String uploadId, long part) {
    return "uploads/%s_%d".formatted(uploadId, part);
  }

  @Override
  public Appender append(String uploadId, long offset) throws IOException {
    return new PartAppender(uploadId, offset, folder.workspace());
  }

  /// Collects a part in a file.
  private final class PartAppender implements Appender {
    private final String uploadId;
    private final Path workspace;
    private final FileChannel file;
    private long part;
    private boolean flushed = true;

    PartAppender(String uploadId, long offset, Path workspace) throws IOException {
      this.uploadId = uploadId;
      this.workspace = workspace;
      part = offset / PART;
      long length = offset % PART;
      if (length > 0) {
        try (OutputStream start = Files.newOutputStream(collected())) {
          copy(uploadId, part, length, start);
        }
      }
      file =
          FileChannel.open(collected(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
              .position(length);
    }

    private Path collected() {
      return workspace.resolve("part");
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
      while (left.hasRemaining()) {
        left.limit((int) Math.min(length, left.position() + PART - file.position()));
        while (left.hasRemaining()) {
          file.write(left);
        }
        left.limit(length);
        flushed = false;
        if (file.position() == PART) {
          flush();
        }
      }
    }

    @Override
    public void flush() throws IOException {
      if (!flushed) {
        upload.send(new NewBlob(key(uploadId, part), collected(), MEDIA_TYPE));
        flushed = true;
      }
      if (file.position() == PART) {
        part++;
        file.truncate(0);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
      FileSystemUtils.deleteRecursively(workspace);
    }
  }

  private void copy(String uploadId, long part, long length, OutputStream target)
      throws IOException {
    String key = key(uploadId, part);
    try (Blob blob = blobs.find(key).orElseThrow(() -> new IOException(key + " is missing"));
        InputStream bytes = blob.bytes(0, length)) {
      if (bytes.transferTo(target) != length) {
        throw new IOException("%s has not %d bytes".formatted(key, length));
      }
    }
  }

  @Override
  public void copyTo(String uploadId, long size, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      for (long start = 0; start < size; start += PART) {
        copy(uploadId, start / PART, Math.min(PART, size - start), file);
      }
    }
  }

  @Override
  public void delete(String uploadId, long size) throws IOException {
    long parts = (size + PART - 1) / PART;
    blobs.delete(LongStream.range(0, parts).mapToObj(part -> key(uploadId, part)).toList());
  }
}
