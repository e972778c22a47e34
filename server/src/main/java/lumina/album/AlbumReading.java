package lumina.album;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.account.User;
import lumina.album.AlbumJson.AlbumMember;
import lumina.album.AlbumPhotos.Cover;
import lumina.album.AlbumPhotos.Summary;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads albums as one viewer sees them.
@Component
class AlbumReading {
  private final AlbumPhotos photos;
  private final AlbumMembers members;
  private final PersonSummaries people;
  private final ImageAddresses addresses;

  AlbumReading(
      AlbumPhotos photos, AlbumMembers members, PersonSummaries people, ImageAddresses addresses) {
    this.photos = photos;
    this.members = members;
    this.people = people;
    this.addresses = addresses;
  }

  AlbumJson read(Viewer viewer, Album album) {
    return read(viewer, List.of(album)).stream()
        .findAny()
        .orElseThrow(() -> new Problem.NotFound("album"));
  }

  /// Converts albums for their viewer, in the same order.
  List<AlbumJson> read(Viewer viewer, List<Album> albums) {
    List<String> ids = albums.stream().map(Album::albumId).toList();
    Map<String, Summary> summaries = photos.summaries(viewer, ids);
    Map<String, List<Long>> joined = members.of(ids);
    Map<Long, PersonSummary> faces = people.of(viewer, peopleIn(albums, joined.values()));
    return albums.stream()
        .flatMap(
            album -> {
              Summary summary = summaries.get(album.albumId());
              PersonSummary owner = faces.get(album.userId());
              return summary == null || owner == null
                  ? Stream.empty() // it was deleted meanwhile
                  : Stream.of(json(album, owner, summary, listed(viewer, album, joined, faces)));
            })
        .toList();
  }

  private static Set<Long> peopleIn(List<Album> albums, Collection<List<Long>> members) {
    return Stream.concat(albums.stream().map(Album::userId), members.stream().flatMap(List::stream))
        .collect(Collectors.toSet());
  }

  /// The members, for those who belong to the album.
  private static List<AlbumMember> listed(
      Viewer viewer, Album album, Map<String, List<Long>> joined, Map<Long, PersonSummary> faces) {
    List<Long> members = joined.getOrDefault(album.albumId(), List.of());
    return viewer.is(album.userId()) || members.stream().anyMatch(viewer::is)
        ? members.stream()
            .flatMap(id -> PersonSummary.visible(faces, id))
            .map(AlbumMember::of)
            .toList()
        : List.of();
  }

  private AlbumJson json(
      Album album, PersonSummary owner, Summary summary, List<AlbumMember> members) {
    return new AlbumJson(
        album.albumId(),
        owner.id(),
        owner.username(),
        User.pictureUrl(owner.id(), owner.picture()),
        album.title(),
        album.description(),
        album.audience(),
        album.contribute(),
        summary.photos(),
        thumbnail(summary.cover()),
        summary.cover() == null ? null : summary.cover().photoId(),
        album.createdAt(),
        album.updatedAt(),
        members);
  }

  private @Nullable String thumbnail(@Nullable Cover cover) {
    return cover == null
        ? null
        : addresses.of(cover.photoId(), cover.audience(), cover.version(), ImageSize.THUMB);
  }
}
