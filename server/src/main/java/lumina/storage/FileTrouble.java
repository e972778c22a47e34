package lumina.storage;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/// Why a file could not be read or written, in words for a sentence to people.
public final class FileTrouble {
  private FileTrouble() {}

  public static String of(Throwable failed) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failed);
    return root instanceof FileSystemException file
        ? place(file) + ": " + reason(file)
        : Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }

  /// Of a copy that failed, the file that was written: what cannot be read is named alone.
  private static @Nullable String place(FileSystemException file) {
    return file.getOtherFile() == null ? file.getFile() : file.getOtherFile();
  }

  private static String reason(FileSystemException file) {
    return switch (file) {
      case NoSuchFileException _ -> "No such file";
      case AccessDeniedException _ -> "Permission denied";
      case FileAlreadyExistsException _ -> "Something else is there";
      case FileSystemLoopException _ -> "It leads to a folder around it";
      case DirectoryNotEmptyException _ -> "Other files are in it";
      default -> Objects.requireNonNullElse(file.getReason(), file.getClass().getSimpleName());
    };
  }
}
