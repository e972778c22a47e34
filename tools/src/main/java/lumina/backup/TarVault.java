package lumina.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.blob.FileBytes;
import lumina.command.CommandRefused;
import lumina.storage.PrivateFiles;

/// A backup in a tar file. A new one is written beside the old one, and replaces it when it is
/// closed with a manifest in it.
final class TarVault implements Vault {
  private record Part(long start, long size) {
    long end() {
      return start + (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
    }
  }

  private final Path target;
  private final Path draft;
  private final FileChannel channel;
  private final boolean writes;
  private final Map<String, Part> parts = new HashMap<>();
  private long end;

  private TarVault(Path target, Path draft, FileChannel channel, boolean writes) {
    this.target = target;
    this.draft = draft;
    this.channel = channel;
    this.writes = writes;
  }

  /// @throws CommandRefused if there is a file that is not a backup
  static TarVault write(Path target) throws IOException {
    requireBackup(target);
    Path draft = target.resolveSibling(target.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(draft);
    PrivateFiles.restrict(draft);
    FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new TarVault(target, draft, channel, true);
  }

  private static void requireBackup(Path target) throws IOException {
    if (Files.exists(target)) {
      try (TarVault old = read(target)) {
        if (!old.parts.containsKey(Manifest.NAME)) {
          throw new CommandRefused("%s is not a backup: choose another name.".formatted(target));
        }
      }
    }
  }

  static TarVault read(Path target) throws IOException {
    TarVault tar = new TarVault(target, target, FileChannel.open(target), false);
    tar.scan();
    return tar;
  }

  private void scan() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(TarHeader.BLOCK);
    long at = 0;
    while (channel.read(block.clear(), at) == TarHeader.BLOCK && block.get(0) != 0) {
      TarHeader header = TarHeader.of(block.array());
      Part part = new Part(at + TarHeader.BLOCK, header.size());
      if (header.isFile()) {
        parts.put(header.name(), part);
      }
      at = part.end();
    }
    long left = channel.size() - at;
    if (left < 0 || (at > 0 && left > 0 && left < TarHeader.BLOCK)) {
      throw new IOException("its end is missing");
    }
  }

  @Override
  public synchronized Map<String, Long> sizes() {
    return parts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue().size()));
  }

  @Override
  public synchronized InputStream read(String name) throws IOException {
    Part part = parts.get(name);
    if (part == null) {
      throw new NoSuchFileException(name);
    }
    return new FileBytes(draft, part.start(), part.start() + part.size());
  }

  @Override
  public synchronized void put(String name, Path file) throws IOException {
    Part part = new Part(end + TarHeader.BLOCK, Files.size(file));
    channel.position(end).write(ByteBuffer.wrap(new TarHeader(name, part.size()).bytes()));
    if (Files.copy(file, Channels.newOutputStream(channel)) != part.size()) {
      throw new IOException(file + " changes while it is read");
    }
    parts.put(name, part);
    end = part.end();
  }

  /// Nothing is deleted from a new file.
  @Override
  public void delete(String name) {}

  @Override
  public void close() throws IOException {
    if (writes && parts.containsKey(Manifest.NAME)) {
      channel.position(end).write(ByteBuffer.allocate(2 * TarHeader.BLOCK));
      channel.force(true);
      channel.close();
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } else {
      channel.close();
      if (writes) {
        Files.delete(draft);
      }
    }
  }
}
