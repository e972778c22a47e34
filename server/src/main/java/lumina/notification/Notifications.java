package lumina.notification;

import lumina.account.Viewer;
import lumina.comment.Comment;
import lumina.comment.Commenting.Commented;
import lumina.friend.FriendEvents;
import lumina.friend.FriendRequest;
import lumina.http.Problem;
import lumina.photo.Photo;
import lumina.photo.PhotoEvents;
import lumina.photo.PhotoStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down for people what others did, in the transaction in which they did it.
@Component
@Transactional
class Notifications {
  private static final int EXCERPT = 140;
  private final NotificationStore store;
  private final PhotoStore photos;
  private final Mentions mentions;
  private final Announcements announcements;

  Notifications(
      NotificationStore store, PhotoStore photos, Mentions mentions, Announcements announcements) {
    this.store = store;
    this.photos = photos;
    this.mentions = mentions;
    this.announcements = announcements;
  }

  @EventListener
  void requested(FriendEvents.Requested event) {
    FriendRequest request = event.request();
    add(request.receiverId(), Kind.FRIEND_REQUEST, "", request.requesterId(), "");
    announcements.requested(request);
  }

  @EventListener
  void withdrawn(FriendEvents.Withdrawn event) {
    FriendRequest request = event.request();
    store.forget(request.receiverId(), Kind.FRIEND_REQUEST, "", request.requesterId());
    announcements.unread(request.receiverId());
  }

  @EventListener
  void becameFriends(FriendEvents.BecameFriends event) {
    FriendRequest request = event.accepted();
    store.forget(request.receiverId(), Kind.FRIEND_REQUEST, "", request.requesterId());
    add(request.requesterId(), Kind.FRIEND_ACCEPTED, "", request.receiverId(), "");
    announcements.becameFriends(request);
  }

  @EventListener
  void liked(PhotoEvents.Liked event) {
    if (!event.by().is(event.ownerId())) {
      add(event.ownerId(), Kind.PHOTO_LIKED, event.photoId(), event.by().userId(), "");
    }
    announcements.liked(event.photoId(), event.ownerId(), event.likes(), event.by());
  }

  @EventListener
  void unliked(PhotoEvents.Unliked event) {
    store.forget(event.ownerId(), Kind.PHOTO_LIKED, event.photoId(), event.by().userId());
    announcements.unread(event.ownerId());
    announcements.liked(event.photoId(), event.ownerId(), event.likes(), event.by());
  }

  @EventListener
  void commented(Commented event) {
    Comment comment = event.comment();
    Viewer author = new Viewer(comment.userId(), comment.username());
    Photo photo =
        photos.find(author, comment.photoId()).orElseThrow(() -> new Problem.NotFound("photo"));
    if (!author.is(photo.userId())) {
      String excerpt = excerpt(comment.text());
      add(photo.userId(), Kind.PHOTO_COMMENTED, photo.photoId(), author.userId(), excerpt);
    }
    mention(photo.photoId(), author.userId(), comment.text());
    announcements.commented(photo, comment);
  }

  @EventListener
  void posted(PhotoEvents.Posted event) {
    mention(event.photoId(), event.ownerId(), event.caption());
    announcements.posted(event);
  }

  @EventListener
  void captioned(PhotoEvents.Captioned event) {
    mention(event.photoId(), event.ownerId(), event.caption());
  }

  @EventListener
  void deleted(PhotoEvents.Deleted event) {
    store.forgetAbout(event.photoId());
  }

  /// Only those who may see the photo learn that they are named there.
  private void mention(String photoId, long authorId, String text) {
    mentions.in(text).stream()
        .filter(person -> person.id() != authorId)
        .filter(person -> photos.sees(new Viewer(person.id(), person.username()), photoId))
        .forEach(person -> add(person.id(), Kind.MENTION, photoId, authorId, excerpt(text)));
  }

  private void add(long userId, Kind kind, String subject, long actorId, String text) {
    store.add(userId, kind, subject, actorId, text);
    announcements.unread(userId);
  }

  private static String excerpt(String text) {
    int end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }
}
