package lumina.notification;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.media.ImageSize;
import lumina.notification.NotificationGroups.Actor;
import lumina.notification.NotificationGroups.Group;
import lumina.photo.ImageAddresses;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications")
class NotificationController {
  private static final int SHOWN_ACTORS = 3;

  /// @param id a text, because JavaScript cannot hold numbers of this length
  /// @param count the number of people; the newest of them are in `actors`
  /// @param text the comment or caption, or the title of the album
  /// @param reaction of everybody who liked the photo; null if they reacted with different emoji
  record NotificationJson(
      String id,
      String kind,
      List<Actor> actors,
      long count,
      @Nullable String photoId,
      @Nullable String albumId,
      @Nullable String thumbnailUrl,
      String text,
      @Nullable Reaction reaction,
      long createdAt,
      boolean read) {}

  record UnreadNotifications(long unread) {}

  private final NotificationGroups groups;
  private final Notifications notifications;
  private final Excerpts excerpts;
  private final ImageAddresses addresses;

  NotificationController(
      NotificationGroups groups,
      Notifications notifications,
      Excerpts excerpts,
      ImageAddresses addresses) {
    this.groups = groups;
    this.notifications = notifications;
    this.excerpts = excerpts;
    this.addresses = addresses;
  }

  /// Lists my notifications, newest first; those of one kind about one photo are one.
  @GetMapping
  ResponseEntity<List<NotificationJson>> listNotifications(Person viewer, PageRequest page) {
    Page<Group> read = groups.list(viewer, PageSize.of(page.limit()), page.cursor());
    Function<Group, String> texts = excerpts.of(viewer, read.items());
    return read.map(group -> json(viewer, group, texts.apply(group))).toResponse();
  }

  private NotificationJson json(Person viewer, Group group, String text) {
    String subject = group.subject().isEmpty() ? null : group.subject();
    String photoId = group.isOfAlbum() ? null : subject;
    return new NotificationJson(
        String.valueOf(group.last()),
        group.kind(),
        groups.actors(viewer, group, SHOWN_ACTORS),
        group.people(),
        photoId,
        group.isOfAlbum() ? subject : null,
        photoId == null ? null : thumbnail(photoId, group),
        text,
        group.reaction(),
        group.at(),
        group.seen());
  }

  private String thumbnail(String photoId, Group group) {
    Audience audience = Audience.stored(Objects.requireNonNullElse(group.audience(), ""));
    long version = Objects.requireNonNullElse(group.version(), 1L);
    return addresses.of(photoId, audience, version, ImageSize.THUMB);
  }

  /// Counts the notifications that I have not seen.
  @GetMapping("/unread")
  UnreadNotifications countUnreadNotifications(Person viewer) {
    return new UnreadNotifications(groups.unread(viewer));
  }

  /// Marks all notifications as read.
  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void markNotificationsRead(Person viewer) {
    notifications.markRead(viewer.userId());
  }
}
