package lumina.friend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import lumina.account.User;
import org.jspecify.annotations.Nullable;

/// One person asked another; `status` is `pending`, `accepted` or `declined`, `createdAt` in
/// milliseconds since 1970.
public record FriendRequest(
    long id,
    long requesterId,
    String requesterUsername,
    @JsonIgnore @Nullable String requesterPicture,
    long receiverId,
    String receiverUsername,
    @JsonIgnore @Nullable String receiverPicture,
    String status,
    long createdAt) {

  @JsonProperty
  @Nullable String requesterPictureUrl() {
    return User.pictureUrl(requesterId, requesterPicture);
  }

  @JsonProperty
  @Nullable String receiverPictureUrl() {
    return User.pictureUrl(receiverId, receiverPicture);
  }
}
