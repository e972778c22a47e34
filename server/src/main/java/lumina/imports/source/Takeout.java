package lumina.imports.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lumina.imports.source.SourcePhoto.Membership;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads exports of Google Photos, whose parts may be several zips: photos with a JSON beside them,
/// in folders for years and for albums. All other folders are read by the way, since their photos
/// have no JSON.
///
/// A folder is an album if one of its JSON files has a title but no photo; its name, which is
/// translated (`metadata.json`, `Metadaten.json`), does not matter.
final class Takeout {
  /// The files of a folder, whatever part of the export they are in.
  private static final class Folder {
    final List<SourceFile> files = new ArrayList<>();
    final Map<String, SequencedMap<Home, SourceFile>> sidecars = new LinkedHashMap<>();
    final Map<SourceFile, SourceFile> described = new HashMap<>();
    final List<SourceFile> orphans = new ArrayList<>();
    @Nullable SourceAlbum album;

    void add(SourceFile json) {
      sidecars
          .computeIfAbsent(json.name(), name -> new LinkedHashMap<>())
          .putIfAbsent(Home.of(json), json);
    }

    /// Several exports may have a photo with this name: each has the JSON that lies beside it.
    SourceFile sidecar(String name, SourceFile photo) {
      return jsons(name).getOrDefault(Home.of(photo), first(name));
    }

    SourceFile first(String name) {
      return jsons(name).firstEntry().getValue();
    }

    SequencedMap<Home, SourceFile> jsons(String name) {
      return sidecars.getOrDefault(name, new LinkedHashMap<>());
    }
  }

  private record Home(Path origin, String folder) {
    static Home of(SourceFile file) {
      return new Home(file.origin(), file.folder());
    }
  }

  /// The photos with a JSON beside them, for copies without one: the photo in the folder of its
  /// year may have its JSON beside its copy in an album only, where it may have another name.
  private static final class Copies {
    private final Map<Long, Map<SourceFile, SourceFile>> bySize = new HashMap<>();
    private final Map<Long, Map<String, TakeoutJson>> byChecksum = new HashMap<>();

    void add(SourceFile file, SourceFile json) {
      bySize.computeIfAbsent(file.size(), size -> new LinkedHashMap<>()).put(file, json);
    }

    /// Reads each file of this size at most once, however many there are.
    Optional<TakeoutJson> about(SourceFile file) {
      Map<String, TakeoutJson> known =
          byChecksum.computeIfAbsent(
              file.size(), size -> read(bySize.getOrDefault(size, Map.of())));
      return known.isEmpty() ? Optional.empty() : checksum(file).map(known::get);
    }

    private static Map<String, TakeoutJson> read(Map<SourceFile, SourceFile> described) {
      Map<String, TakeoutJson> known = new HashMap<>();
      described.forEach(
          (file, json) -> {
            TakeoutJson about = TakeoutJson.in(json);
            if (about != null && !about.isTrashed()) {
              checksum(file).ifPresent(checksum -> known.putIfAbsent(checksum, about));
            }
          });
      return known;
    }

    private static Optional<String> checksum(SourceFile file) {
      try {
        return Optional.of(file.checksum());
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }

  private final Map<String, Folder> folders = new TreeMap<>();
  private final Copies copies = new Copies();
  private final Map<SourceFile, List<Membership>> elsewhere = new HashMap<>();
  private final boolean foldersAreAlbums;
  private final Findings findings;

  /// @param foldersAreAlbums whether the names of folders without any JSON become albums
  Takeout(boolean foldersAreAlbums, Findings findings) {
    this.foldersAreAlbums = foldersAreAlbums;
    this.findings = findings;
  }

  void read(Unclaimed all) {
    for (SourceFile file : all.rest()) {
      Folder folder = folders.computeIfAbsent(place(file), path -> new Folder());
      if (file.isJson()) {
        folder.add(file);
      } else {
        folder.files.add(file);
      }
    }
    folders.forEach((path, folder) -> match(path, folder));
    folders.values().forEach(this::lookElsewhere);
    folders.values().forEach(this::report);
  }

  /// Parts that were unpacked beside each other are one export.
  private static String place(SourceFile file) {
    String folder = file.folder();
    int start = ("/" + folder + "/").indexOf("/Takeout/");
    return start < 0 ? folder : folder.substring(start);
  }

  private void match(String path, Folder folder) {
    SidecarNames names = new SidecarNames(folder.sidecars.keySet());
    Set<String> left = new LinkedHashSet<>(folder.sidecars.keySet());
    for (SourceFile file : folder.files) {
      String name = names.of(file.name());
      if (name != null) {
        SourceFile json = folder.sidecar(name, file);
        folder.described.put(file, json);
        copies.add(file, json);
        left.remove(name);
      }
    }
    left.forEach(name -> single(folder, folder.first(name)));
    boolean plain = folder.sidecars.isEmpty() && foldersAreAlbums && !path.isEmpty();
    if (plain) {
      folder.album = SourceAlbum.titled(path.substring(path.lastIndexOf('/') + 1));
    }
  }

  /// A JSON without a file: about the album, about a photo that is not there, or something else.
  private void single(Folder folder, SourceFile json) {
    Optional<TakeoutJson> read = Optional.ofNullable(TakeoutJson.in(json));
    if (read.filter(TakeoutJson::isPhoto).isPresent()) {
      folder.orphans.add(json);
    } else if (read.filter(TakeoutJson::isAlbum).isPresent()) {
      folder.album = read.get().album();
    } else if (read.isEmpty()) {
      findings.refused(json.path(), "it is no JSON, says nothing, or is too long");
    } else {
      findings.refused(json.path(), "it describes no photo and no album");
    }
  }

  /// The photo of an album may be in the folder of its year only.
  private void lookElsewhere(Folder folder) {
    SourceAlbum album = folder.album;
    for (SourceFile orphan : folder.orphans) {
      List<SourceFile> photos = album == null ? List.of() : twins(folder, orphan);
      for (SourceFile photo : photos) {
        elsewhere
            .computeIfAbsent(photo, file -> new ArrayList<>())
            .add(Membership.of(Objects.requireNonNull(album)));
      }
      if (photos.isEmpty()) {
        findings.missing(orphan.path());
      }
    }
  }

  /// A photo and its edited copy, which have one JSON.
  private List<SourceFile> twins(Folder folder, SourceFile orphan) {
    return folders.values().stream()
        .filter(other -> other != folder)
        .flatMap(other -> describedAs(other, orphan))
        .findFirst()
        .orElse(List.of());
  }

  private Stream<List<SourceFile>> describedAs(Folder other, SourceFile orphan) {
    return other.jsons(orphan.name()).values().stream()
        .filter(json -> taken(json).equals(taken(orphan)))
        .map(
            json ->
                other.files.stream()
                    .filter(file -> json.equals(other.described.get(file)))
                    .toList());
  }

  private static String taken(SourceFile json) {
    JsonNode read = SourceJson.tree(json);
    return read == null ? "" : read.path("photoTakenTime").path("timestamp").asString("");
  }

  private void report(Folder folder) {
    folder.files.sort(Comparator.comparing(SourceFile::name));
    Map<SourceFile, SourceFile> movies = LivePhotos.movies(folder.files);
    folder.files.removeAll(movies.values());
    for (SourceFile file : folder.files) {
      TakeoutJson about = about(folder.described.get(file));
      if (about != null && about.isTrashed()) {
        findings.refused(file.path(), "it was in the trash there");
      } else {
        about = about == null ? copies.about(file).orElse(null) : about;
        findings.found(
            new SourcePhoto(
                file,
                about == null
                    ? SourcePhoto.About.NOTHING
                    : SourceJson.about(file, findings, about::about),
                albums(folder, file),
                movies.get(file)));
      }
    }
  }

  private @Nullable TakeoutJson about(@Nullable SourceFile json) {
    TakeoutJson read = json == null ? null : TakeoutJson.in(json);
    if (json != null && read == null) {
      findings.refused(json.path(), "it is no JSON that can be read, or says nothing");
    }
    return read;
  }

  private List<Membership> albums(Folder folder, SourceFile file) {
    List<Membership> albums = new ArrayList<>(elsewhere.getOrDefault(file, List.of()));
    if (folder.album != null) {
      albums.add(Membership.of(folder.album));
    }
    return albums;
  }
}
