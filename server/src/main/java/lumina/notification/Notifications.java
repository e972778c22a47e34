package lumina.notification;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.NewDevice;
import lumina.album.AlbumEvents;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.Commenting;
import lumina.friend.FriendEvents;
import lumina.friend.FriendRequest;
import lumina.like.Liking;
import lumina.notification.NotificationStore.NotificationRow;
import lumina.photo.PhotoEvents;
import lumina.photo.PhotoStore;
import lumina.text.Reaction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds notifications in the transaction of the action that they are about. It stores no texts:
/// they are read when the notification is shown.
@Component
@Transactional
public class Notifications {
  private final NotificationStore store;
  private final PhotoStore photos;
  private final Liking likes;
  private final Mentions mentions;
  private final LiveUpdates announcements;

  Notifications(
      NotificationStore store,
      PhotoStore photos,
      Liking likes,
      Mentions mentions,
      LiveUpdates announcements) {
    this.store = store;
    this.photos = photos;
    this.likes = likes;
    this.mentions = mentions;
    this.announcements = announcements;
  }

  @EventListener
  void requested(FriendEvents.Requested event) {
    add(asked(event.request()), "");
    announcements.requested(event.request());
  }

  @EventListener
  void closed(FriendEvents.Closed event) {
    takeBack(asked(event.request()));
    announcements.closed(event.request());
  }

  @EventListener
  void becameFriends(FriendEvents.BecameFriends event) {
    FriendRequest request = event.accepted();
    takeBack(asked(request));
    add(accepted(request.requesterId(), request.receiverId()), "");
    announcements.becameFriends(request);
  }

  @EventListener
  void parted(FriendEvents.Parted event) {
    store.takeBack(accepted(event.one(), event.other()));
    store.takeBack(accepted(event.other(), event.one()));
  }

  /// Every new device gets a notification, however soon it follows another.
  @EventListener
  void newDevice(NewDevice event) {
    NotificationRow deed =
        new NotificationRow(event.userId(), NotificationKind.NEW_DEVICE, "", event.userId());
    store.remove(deed);
    add(deed, "");
  }

  private static NotificationRow asked(FriendRequest request) {
    return new NotificationRow(
        request.receiverId(), NotificationKind.FRIEND_REQUEST, "", request.requesterId());
  }

  private static NotificationRow accepted(long requester, long receiver) {
    return new NotificationRow(requester, NotificationKind.FRIEND_ACCEPTED, "", receiver);
  }

  @EventListener
  void liked(PhotoEvents.Liked event) {
    boolean told = event.likerId() != event.ownerId() && settle(event);
    if (event.changed() || told) {
      announcements.liked(event.photoId(), event.ownerId(), event.likerId());
    }
  }

  /// Adds or hides the notification by the current state of the like, so that both agree after
  /// simultaneous or interrupted requests: the last one to lock sees the final state. A guest has
  /// no row to lock, so the owner's is locked.
  private boolean settle(PhotoEvents.Liked event) {
    long liker = event.likerId();
    NotificationRow deed =
        new NotificationRow(event.ownerId(), NotificationKind.PHOTO_LIKED, event.photoId(), liker);
    store.hold(Viewer.isGuest(liker) ? event.ownerId() : liker);
    Optional<Reaction> reaction = likes.reaction(liker, event.photoId());
    if (reaction.isEmpty()) {
      takeBack(deed);
      return false;
    }
    boolean anew = tellOwner(deed, "");
    store.setReaction(deed, reaction.get());
    return anew;
  }

  @EventListener
  void adopted(PhotoEvents.LikeAdopted event) {
    store.adopt(NotificationKind.PHOTO_LIKED, event.photoId(), event.guestId(), event.userId());
  }

  /// Words of guests mention nobody: a link is no way to reach people.
  @EventListener
  void commented(Commenting.Commented event) {
    CommentRow comment = event.comment();
    long author = comment.userId();
    String photo = comment.photoId();
    Set<Long> told = new HashSet<>(); // one comment is one notification
    long quoted = event.quotedUserId();
    if (quoted > 0 && reply(quoted, comment)) {
      told.add(quoted);
    }
    if (author != event.ownerId() && told.add(event.ownerId())) {
      tellOwner(
          new NotificationRow(event.ownerId(), NotificationKind.PHOTO_COMMENTED, photo, author),
          comment.commentId());
    }
    if (!Viewer.isGuest(author)) {
      mentions.in(comment.text()).stream()
          .filter(person -> person.id() != event.ownerId() && !told.contains(person.id()))
          .forEach(person -> mention(person, photo, author, comment.commentId()));
    }
    announcements.commented(event.ownerId(), event.lately());
  }

  /// Notifies the author of a comment of a reply, if they may see the photo.
  private boolean reply(long quotedId, CommentRow reply) {
    boolean told =
        quotedId != reply.userId() && photos.sees(new Person(quotedId, ""), reply.photoId());
    if (told) {
      add(
          new NotificationRow(
              quotedId, NotificationKind.COMMENT_REPLY, reply.photoId(), reply.userId()),
          reply.commentId());
    }
    return told;
  }

  @EventListener
  void removing(Commenting.Removing event) {
    store.forgetComment(event.comment()).forEach(announcements::unread);
  }

  @EventListener
  void removed(Commenting.Removed event) {
    announcements.removed(event.comment(), event.authorId(), event.ownerId());
  }

  @EventListener
  void posted(PhotoEvents.Posted event) {
    mentions
        .in(event.caption())
        .forEach(person -> mention(person, event.photoId(), event.ownerId(), ""));
    announcements.posted(event);
  }

  /// Notifies only people whom the old caption did not mention.
  @EventListener
  void captioned(PhotoEvents.Captioned event) {
    Set<Long> named = mentions.in(event.caption()).stream().map(User::id).collect(toSet());
    mentions.in(event.before()).stream()
        .filter(person -> !named.contains(person.id()))
        .map(
            person ->
                new NotificationRow(
                    person.id(), NotificationKind.MENTION, event.photoId(), event.ownerId()))
        .forEach(this::takeBack);
    mentions
        .in(event.caption())
        .forEach(person -> mention(person, event.photoId(), event.ownerId(), ""));
  }

  @EventListener
  void deleted(PhotoEvents.Deleted event) {
    store.forget(event.photoId());
  }

  @EventListener
  void joined(AlbumEvents.Joined event) {
    add(
        new NotificationRow(
            event.memberId(), NotificationKind.ALBUM_MEMBER, event.albumId(), event.ownerId()),
        "");
  }

  /// Notifies once a day of what one person adds to one album.
  @EventListener
  void added(AlbumEvents.PhotosAdded event) {
    for (long person : event.people()) {
      if (person != event.by()) {
        NotificationRow deed =
            new NotificationRow(person, NotificationKind.ALBUM_PHOTOS, event.albumId(), event.by());
        store.forgetAfter(deed, Duration.ofDays(1));
        add(deed, "");
      }
    }
  }

  @EventListener
  void deleted(AlbumEvents.Deleted event) {
    store.forget(event.albumId());
  }

  @EventListener
  void removed(UserStore.Removed event) {
    store.forgetActor(event.userId());
  }

  /// Notifies only those who may see the photo.
  private void mention(User person, String photoId, long authorId, String commentId) {
    Person reader = new Person(person.id(), person.username());
    if (!reader.is(authorId) && photos.sees(reader, photoId)) {
      add(new NotificationRow(person.id(), NotificationKind.MENTION, photoId, authorId), commentId);
    }
  }

  public void markRead(long userId) {
    store.markRead(userId);
    announcements.unread(userId);
  }

  /// Signals a new notification only if no block hides it from its receiver.
  private void add(NotificationRow deed, String commentId) {
    var _ = store.add(deed, commentId);
    if (store.shows(deed)) {
      announcements.unread(deed.userId());
    }
  }

  /// No block is between the owner of a photo and somebody who was just shown it.
  private boolean tellOwner(NotificationRow deed, String commentId) {
    boolean anew = store.add(deed, commentId);
    announcements.unread(deed.userId());
    return anew;
  }

  private void takeBack(NotificationRow deed) {
    boolean shown = store.shows(deed);
    store.takeBack(deed);
    if (shown) {
      announcements.unread(deed.userId());
    }
  }
}
