package lumina.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.PrivateFiles;
import org.springframework.stereotype.Component;

/// Keeps each upload in one file under the data folder.
@Component
@LocalBackend
class FileUploadParts implements UploadParts {
  private final Path folder;

  FileUploadParts(DataFolder data) {
    folder = data.uploads();
  }

  @Override
  public Appender append(String uploadId, long offset) throws IOException {
    FileChannel file = open(uploadId, offset);
    return new Appender() {
      @Override
      public void write(byte[] bytes, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        while (left.hasRemaining()) {
          file.write(left);
        }
      }

      @Override
      public void flush() throws IOException {
        file.force(true);
        PrivateFiles.sync(folder);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  private FileChannel open(String uploadId, long offset) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve(uploadId), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      requireAll(file, uploadId, offset);
      file.truncate(offset).position(offset);
      return file;
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
  }

  private static void requireAll(FileChannel file, String uploadId, long size) throws IOException {
    if (file.size() < size) {
      throw new IOException(
          "Upload %s has %d bytes and not %d".formatted(uploadId, file.size(), size));
    }
  }

  /// Links the file if the file system can: the copy costs nothing then, and the upload stays until
  /// its photo is there.
  @Override
  public void copyTo(String uploadId, long size, Path target) throws IOException {
    Path file = folder.resolve(uploadId);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      requireAll(channel, uploadId, size);
      channel.truncate(size);
    }
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(file, target);
    }
  }

  @Override
  public void delete(String uploadId, long size) throws IOException {
    Files.deleteIfExists(folder.resolve(uploadId));
  }
}
