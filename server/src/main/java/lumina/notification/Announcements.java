package lumina.notification;

import java.util.Map;
import lumina.account.Viewer;
import lumina.comment.Comment;
import lumina.comment.CommentJson;
import lumina.friend.FriendEvents;
import lumina.friend.FriendRequest;
import lumina.live.Events;
import lumina.photo.Audience;
import lumina.photo.Photo;
import lumina.photo.PhotoEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people live what happens around them. Events are kept and read again later, so they say
/// which photo, and never what only some may see of it.
@Component
class Announcements {
  private final Events events;
  private final NotificationStore notifications;

  Announcements(Events events, NotificationStore notifications) {
    this.events = events;
    this.notifications = notifications;
  }

  void requested(FriendRequest request) {
    events.tell(request.receiverId(), "friend_request", request);
  }

  void becameFriends(FriendRequest request) {
    tellFriend(request.requesterId(), request.receiverId(), request.receiverUsername());
    tellFriend(request.receiverId(), request.requesterId(), request.requesterUsername());
  }

  private void tellFriend(long userId, long friendId, String friendName) {
    events.tell(userId, "friend_accepted", Map.of("user_id", friendId, "username", friendName));
  }

  void posted(PhotoEvents.Posted photo) {
    Map<String, Object> news = Map.of("photo_id", photo.photoId(), "user_id", photo.ownerId());
    events.tell(photo.ownerId(), "photo_posted", news);
    if (photo.audience() != Audience.PRIVATE) {
      events.tellFriends(photo.ownerId(), "photo_posted", news);
    }
  }

  void liked(String photoId, long ownerId, long likes, Viewer by) {
    Map<String, Object> news =
        Map.of(
            "photo_id", photoId, "likes", likes, "user_id", by.userId(), "username", by.username());
    events.tell(ownerId, "photo_liked", news);
    events.whisperToWatchers(photoId, ownerId, "photo_liked", news);
  }

  void commented(Photo photo, Comment comment) {
    Map<String, Object> news =
        Map.of(
            "photo_id", photo.photoId(),
            "comment_count", photo.commentCount(),
            "comment", CommentJson.of(comment));
    events.tell(photo.userId(), "photo_commented", news);
    events.whisperToWatchers(photo.photoId(), photo.userId(), "photo_commented", news);
  }

  /// Tells all who could see it before to look whether they still may; what was public may be open
  /// anywhere.
  @EventListener
  void narrowed(PhotoEvents.Narrowed photo) {
    Map<String, Object> news = Map.of("photo_id", photo.photoId());
    switch (photo.before()) {
      case PUBLIC -> events.tellEveryone("photo_removed", news);
      case FRIENDS -> {
        events.tellFriends(photo.ownerId(), "photo_removed", news);
        events.tell(photo.ownerId(), "photo_removed", news);
      }
      case PRIVATE -> events.tell(photo.ownerId(), "photo_removed", news);
    }
  }

  @EventListener
  void parted(FriendEvents.Parted parted) {
    dropPhotosOf(parted.one(), parted.other(), "friends");
    dropPhotosOf(parted.other(), parted.one(), "friends");
  }

  @EventListener
  void blocked(FriendEvents.Blocked block) {
    dropPhotosOf(block.blockedId(), block.userId(), "all");
    dropPhotosOf(block.userId(), block.blockedId(), "all");
  }

  private void dropPhotosOf(long owner, long viewer, String audience) {
    events.tell(viewer, "photo_removed", Map.of("user_id", owner, "audience", audience));
  }

  void unread(long userId) {
    long unread = notifications.unread(new Viewer(userId, ""));
    events.whisper(userId, "notification", Map.of("unread", unread));
  }
}
