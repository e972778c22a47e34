package lumina.friend;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import lumina.account.User;
import org.jspecify.annotations.Nullable;

/// A friend request; `createdAt` in milliseconds since 1970.
public record FriendRequest(
    long id,
    long requesterId,
    String requesterUsername,
    @JsonIgnore @Nullable String requesterPicture,
    long receiverId,
    String receiverUsername,
    @JsonIgnore @Nullable String receiverPicture,
    Status status,
    long createdAt) {

  public enum Status {
    PENDING,
    ACCEPTED,
    DECLINED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @JsonProperty
  @Nullable String requesterPictureUrl() {
    return User.pictureUrl(requesterId, requesterPicture);
  }

  @JsonProperty
  @Nullable String receiverPictureUrl() {
    return User.pictureUrl(receiverId, receiverPicture);
  }
}
