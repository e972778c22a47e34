package lumina.imports.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lists all files in folders and zips; the zips stay open until this is closed.
///
/// Nothing is unpacked. Links are not followed, since they may lead anywhere.
public final class SourceFiles implements AutoCloseable {
  /// Bounds the memory for names.
  static final int MAX_FILES = 200_000;

  /// What systems leave in folders beside people's files.
  private static final Set<String> LITTER =
      Set.of("thumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin");

  private static final Pattern TAR = Pattern.compile("(?i)\\.(tgz|tar|tar\\.gz)$");

  private final Findings findings;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<ZipSource> zips = new ArrayList<>();
  private boolean full;

  private SourceFiles(Findings findings) {
    this.findings = findings;
  }

  /// @param names what people call a path, where its own name says nothing
  /// @param findings is told what cannot be read
  public static SourceFiles in(List<Path> paths, Map<String, String> names, Findings findings) {
    SourceFiles all = new SourceFiles(findings);
    for (Path path : paths) {
      all.start(path.toAbsolutePath().normalize(), names.get(path.toString()));
    }
    return all;
  }

  public List<SourceFile> files() {
    return files;
  }

  /// A link that somebody names is meant; those in a folder are not followed.
  private void start(Path given, @Nullable String called) {
    try {
      Path path = given.toRealPath();
      if (Files.isDirectory(path)) {
        walk(path);
      } else {
        String name = called == null ? path.getFileName().toString() : called;
        file(path, parent(path), name, isZipByName(name) || ZipSource.isZip(path));
      }
    } catch (IOException unreadable) {
      findings.refused(given.toString(), "it cannot be read");
    }
  }

  private void walk(Path root) throws IOException {
    Path base = parent(root);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = !folder.equals(root) && isLitter(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            visit(file, base, attributes);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) {
            findings.refused(name(base, file), "it cannot be read");
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path parent(Path path) {
    return path.getParent() == null ? path : path.getParent();
  }

  private static String name(Path base, Path file) {
    return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private void visit(Path file, Path base, BasicFileAttributes attributes) {
    if (isLitter(file.getFileName().toString())) {
      return;
    }
    String name = name(base, file);
    if (attributes.isSymbolicLink()) {
      findings.refused(name, "it is a link, and links are not followed");
    } else if (!attributes.isRegularFile()) {
      findings.refused(name, "it is not a file");
    } else {
      file(file, base, name, isZipByName(name));
    }
  }

  private static boolean isZipByName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private void file(Path file, Path base, String name, boolean zip) {
    try {
      if (zip) {
        ZipSource source = ZipSource.open(file, name);
        zips.add(source);
        source.each(this::add, findings);
      } else {
        long modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
        add(
            new SourceFile(
                name,
                base,
                Files.size(file),
                modified,
                () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
      }
    } catch (IOException unreadable) {
      findings.refused(name, zip ? ZipSource.why(unreadable) : "it cannot be read");
    }
  }

  private void add(SourceFile file) {
    if (TAR.matcher(file.name()).find()) {
      findings.refused(
          file.path(), "only zips are read; ask for the export as .zip, or unpack this one");
    } else if (files.size() < MAX_FILES) {
      files.add(file);
    } else if (!full) {
      full = true;
      findings.refused(
          file.path(),
          "this and all later ones are more than %,d files; import them in parts"
              .formatted(MAX_FILES));
    }
  }

  static boolean isLitter(String name) {
    return name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() throws IOException {
    for (ZipSource zip : zips) {
      zip.close();
    }
  }
}
