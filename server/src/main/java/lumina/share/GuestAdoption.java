package lumina.share;

import java.util.List;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.SignedIn;
import lumina.account.signup.SignedUp;
import lumina.comment.Commenting;
import lumina.job.Job;
import lumina.job.JobQueue;
import lumina.like.Liking;
import lumina.share.GuestStore.Guest;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes what a guest did that of their account, so that nobody counts twice: the likes at each
/// log-in and sign-up in the same browser, the comments, which bear the name of their author, only
/// at the sign-up.
@Component
class GuestAdoption implements Job {
  private static final String LIKES = "likes";
  private static final String COMMENTS = "comments";

  private final GuestStore guests;
  private final JobQueue queue;
  private final UserStore users;
  private final Commenting comments;
  private final Liking likes;

  GuestAdoption(
      GuestStore guests, JobQueue queue, UserStore users, Commenting comments, Liking likes) {
    this.guests = guests;
    this.queue = queue;
    this.users = users;
    this.comments = comments;
    this.likes = likes;
  }

  @EventListener
  @Transactional
  void signedIn(SignedIn event) {
    for (String shareId : GuestCookie.shareIds(event.request())) {
      GuestCookie.hash(event.request(), shareId)
          .flatMap(hash -> guests.find(shareId, hash))
          .ifPresent(guest -> adopt(guest, event.user(), LIKES));
    }
  }

  @EventListener
  @Transactional
  void signedUp(SignedUp event) {
    for (String shareId : GuestCookie.shareIds(event.request())) {
      Optional<String> hash = GuestCookie.hash(event.request(), shareId);
      Optional<Guest> guest = hash.flatMap(it -> guests.find(shareId, it));
      guest.ifPresent(
          it -> {
            guests.retire(it, hash.orElseThrow());
            adopt(it, event.user(), COMMENTS);
          });
      if (!guest.map(Guest::hasGivenPassword).orElse(false)) {
        event
            .response()
            .addHeader(HttpHeaders.SET_COOKIE, GuestCookie.cleared(shareId, event.request()));
      }
    }
  }

  private void adopt(Guest guest, User user, String what) {
    queue.add(name(), "%d %d %s".formatted(guest.authorId(), user.id(), what));
  }

  @Override
  public String name() {
    return "guest-adoption";
  }

  /// @param payload the ids of the guest and the person, and what to adopt: both, if it does not
  ///   say
  @Override
  public void run(String payload) {
    List<String> words = List.of(payload.split(" ", 3));
    long guest = Long.parseLong(words.getFirst());
    String what = words.size() < 3 ? "" : words.getLast();
    users
        .find(Long.parseLong(words.get(1)))
        .ifPresent(
            it -> {
              if (!what.equals(LIKES)) {
                comments.reassign(guest, new Person(it.id(), it.username()));
              }
              if (!what.equals(COMMENTS)) {
                likes.reassign(guest, it.id());
              }
            });
  }
}
