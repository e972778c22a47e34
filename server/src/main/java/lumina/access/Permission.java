package lumina.access;

import java.util.List;
import lumina.http.problem.Problem;

/// The people who may make a change. A caller looks up the object first, so that what a person
/// cannot see is not found, rather than forbidden.
///
/// @param holders the ids of the people who may
/// @param refusal the error message for all others
public record Permission(List<Long> holders, String refusal) {
  /// @param verb the change, for the error message
  public static Permission toChangePhoto(long owner, String ownerName, String verb) {
    return new Permission(List.of(owner), "Only %s can %s this photo.".formatted(ownerName, verb));
  }

  /// @param verb the change, for the error message
  public static Permission toChangeAlbum(long owner, String verb) {
    return new Permission(List.of(owner), "Only its owner can %s this album.".formatted(verb));
  }

  public static Permission toAddToAlbum(long photoOwner) {
    return new Permission(List.of(photoOwner), "You can add only your own photos to an album.");
  }

  public static Permission toMoveInAlbum(long albumOwner, long photoOwner) {
    return new Permission(
        List.of(albumOwner, photoOwner), "Only its owner or the album's can move this photo.");
  }

  public static Permission toTakeOutOfAlbum(long albumOwner, long photoOwner) {
    return new Permission(
        List.of(albumOwner, photoOwner), "Only its owner or the album's can take this photo out.");
  }

  public static Permission toSharePhoto(long owner) {
    return new Permission(List.of(owner), "Only its owner can share a photo.");
  }

  public static Permission toUseAsCover(long owner) {
    return new Permission(List.of(owner), "You can choose only a photo of your own as a cover.");
  }

  public static Permission toDeleteComment(long author, long photoOwner) {
    return new Permission(
        List.of(author, photoOwner),
        "Only its author or the photo's owner can delete this comment.");
  }

  public static Permission toDeleteMessage(long sender) {
    return new Permission(List.of(sender), "Only who wrote a message can delete it.");
  }

  public static Permission toAnswerRequest(long receiver) {
    return new Permission(List.of(receiver), "Only the person who was asked can answer.");
  }

  public static Permission toViewAsOthers(long profileOwner) {
    return new Permission(
        List.of(profileOwner), "You can look at your own page as others do only.");
  }

  /// @param userId 0 for a client without an account, who holds no permission
  public boolean isOf(long userId) {
    return userId != 0 && holders.contains(userId);
  }

  /// @throws Problem.Forbidden if this person does not hold it
  public void require(long userId) {
    if (!isOf(userId)) {
      throw new Problem.Forbidden("not_yours", refusal);
    }
  }
}
