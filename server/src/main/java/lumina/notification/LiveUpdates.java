package lumina.notification;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lumina.access.AlbumAudience;
import lumina.access.Audience;
import lumina.access.Audience.Circle;
import lumina.access.ShownTo;
import lumina.album.AlbumEvents;
import lumina.comment.CommentKey;
import lumina.friend.FriendEvents;
import lumina.friend.FriendRequest;
import lumina.live.Events;
import lumina.live.LiveEvent;
import lumina.media.Playback;
import lumina.notification.PhotoRemovedEvents.Dropped;
import lumina.notification.PhotoRemovedEvents.PhotoRemoved;
import lumina.photo.PhotoEvents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sends live events for changes of photos, comments, likes and friendships. Events are kept and
/// read again later, so they hold only ids; their details are looked up for each reader (see
/// [lumina.live.EventDetails]).
@LiveEvent(type = "friend_request_removed", data = LiveUpdates.FriendRequestRemoved.class)
@Component
class LiveUpdates {
  /// A friend request that was declined or withdrawn.
  record FriendRequestRemoved(long id) {}

  private final Events events;
  private final ShownTo shown;

  LiveUpdates(Events events, ShownTo shown) {
    this.events = events;
    this.shown = shown;
  }

  void requested(FriendRequest request) {
    events.tell(request.receiverId(), "friend_request", Map.of("id", request.id()));
  }

  /// The request was declined or withdrawn.
  void closed(FriendRequest request) {
    var news = new FriendRequestRemoved(request.id());
    events.tell(request.receiverId(), "friend_request_removed", news);
    events.tell(request.requesterId(), "friend_request_removed", news);
  }

  void becameFriends(FriendRequest request) {
    tellFriend(request.requesterId(), request.receiverId());
    tellFriend(request.receiverId(), request.requesterId());
  }

  private void tellFriend(long userId, long friendId) {
    events.tell(userId, "friend_accepted", Map.of("user_id", friendId));
  }

  void posted(PhotoEvents.Posted photo) {
    tellOwnerAndFriends(
        new PostedEvents.PhotoPosted(photo.photoId(), photo.ownerId(), false), photo.audience());
  }

  /// A photo is there again for those who saw it before; whoever has it in a message looks again.
  @EventListener
  void restored(PhotoEvents.Restored photo) {
    if (!photo.imported()) {
      tellOwnerAndFriends(
          new PostedEvents.PhotoPosted(photo.photoId(), photo.ownerId(), true), photo.audience());
    }
    events.tell(
        shown.people(photo.photoId()),
        "photo_removed",
        new PhotoRemovedEvents.Narrowed(photo.photoId(), photo.ownerId()));
  }

  @EventListener
  void widened(PhotoEvents.Widened photo) {
    tellOwnerAndFriends(
        new PostedEvents.PhotoPosted(photo.photoId(), photo.ownerId(), true), photo.audience());
  }

  private void tellOwnerAndFriends(PostedEvents.PhotoPosted news, Audience audience) {
    events.tell(news.userId(), "photo_posted", news);
    if (audience.circles().contains(Circle.FRIENDS)) {
      events.tellFriends(news.userId(), "photo_posted", news);
    }
  }

  void liked(String photoId, long ownerId, long likerId) {
    Map<String, Object> news = Map.of("photo_id", photoId, "user_id", likerId);
    events.tellOfPhoto(new Events.Watched(photoId, ownerId), "photo_liked", news, null);
  }

  /// Sends each event once, and in this order.
  void commented(long ownerId, List<CommentKey> comments) {
    for (CommentKey comment : comments) {
      Events.Watched watched = new Events.Watched(comment.photoId(), ownerId);
      String deed = "comment " + comment.commentId();
      events.tellOfPhoto(watched, "photo_commented", ids(comment), deed);
    }
  }

  void removed(CommentKey comment, long authorId, long ownerId) {
    Events.Watched watched = new Events.Watched(comment.photoId(), ownerId);
    Map<String, Object> news = new HashMap<>(ids(comment));
    news.put("user_id", authorId);
    events.tellOfPhoto(watched, "comment_removed", news, null);
  }

  private static Map<String, Object> ids(CommentKey comment) {
    return Map.of("photo_id", comment.photoId(), "comment_id", comment.commentId());
  }

  /// Tells the owner, and those who may not see the photo any more or see it only through an album
  /// or a message; a photo that all could see may be open anywhere.
  @EventListener
  void narrowed(PhotoEvents.Narrowed photo) {
    var news = new PhotoRemovedEvents.Narrowed(photo.photoId(), photo.ownerId());
    if (photo.lost().contains(Circle.EVERYONE) || shown.all(photo.photoId())) {
      events.tellEveryone("photo_removed", news);
      return;
    }
    Set<Long> people = new TreeSet<>(shown.people(photo.photoId()));
    people.add(photo.ownerId());
    if (photo.lost().contains(Circle.FRIENDS)) {
      events.tellFriendsAnd(people, photo.ownerId(), "photo_removed", news);
    } else {
      events.tell(people, "photo_removed", news);
    }
  }

  /// The progress is about the moment, and for the owner; the end is for all who may see it.
  @EventListener
  void played(PhotoEvents.Played video) {
    var news = new VideoEvents.PhotoVideo(video.photoId(), video.status(), video.progress());
    if (video.status() == Playback.Status.PROCESSING) {
      events.whisper(video.ownerId(), "photo_video", news);
      return;
    }
    events.tellOfPhoto(
        new Events.Watched(video.photoId(), video.ownerId()), "photo_video", news, null);
    if (video.audience().circles().contains(Circle.FRIENDS)) {
      events.tellFriends(video.ownerId(), "photo_video", news);
    }
  }

  @EventListener
  void albumChanged(AlbumEvents.Changed album) {
    boolean seen = album.before() != AlbumAudience.PRIVATE;
    var news = new AlbumChangedEvents.Change(album.albumId(), album.ownerId(), seen);
    Set<AlbumAudience> audiences = EnumSet.of(album.before(), album.after());
    if (audiences.contains(AlbumAudience.PUBLIC)) {
      events.tellEveryone("album_changed", news);
    } else if (audiences.contains(AlbumAudience.FRIENDS)) {
      events.tellFriendsAnd(album.people(), album.ownerId(), "album_changed", news);
    } else {
      events.tell(album.people(), "album_changed", news);
    }
  }

  @EventListener
  void parted(FriendEvents.Parted parted) {
    dropPhotosOf(parted.one(), parted.other(), Dropped.FRIENDS);
    dropPhotosOf(parted.other(), parted.one(), Dropped.FRIENDS);
  }

  @EventListener
  void blocked(FriendEvents.Blocked block) {
    dropPhotosOf(block.blockedId(), block.userId(), Dropped.ALL);
    dropPhotosOf(block.userId(), block.blockedId(), Dropped.ALL);
  }

  private void dropPhotosOf(long owner, long viewer, Dropped audience) {
    events.tell(viewer, "photo_removed", new PhotoRemoved(null, owner, audience));
  }

  /// Tells the devices that are connected to show another number of unread notifications.
  void unread(long userId) {
    events.whisper(userId, "notification", Map.of());
  }
}
