package lumina.access;

import java.util.List;
import lumina.http.problem.Problem;

/// Who may change what. What somebody may not even see is not found before they are asked for one.
///
/// @param holders the people who may, by their ids
/// @param refusal what all others are told
public record Permission(List<Long> holders, String refusal) {
  /// @param deed what is done to the photo, in a word
  public static Permission toChangePhoto(long owner, String ownerName, String deed) {
    return new Permission(List.of(owner), "Only %s can %s this photo.".formatted(ownerName, deed));
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

  /// @param userId 0 for whoever is nobody: they hold none
  public boolean isOf(long userId) {
    return userId != 0 && holders.contains(userId);
  }

  /// @throws Problem.Forbidden if it is not theirs
  public void require(long userId) {
    if (!isOf(userId)) {
      throw new Problem.Forbidden("not_yours", refusal);
    }
  }
}
