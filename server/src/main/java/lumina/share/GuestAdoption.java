package lumina.share;

import java.util.List;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
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

/// Makes the comments and likes of a guest those of the account with which they signed up.
@Component
class GuestAdoption implements Job {
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
  void signedUp(SignedUp event) {
    for (String shareId : GuestCookie.shareIds(event.request())) {
      Optional<String> hash = GuestCookie.hash(event.request(), shareId);
      Optional<Guest> guest = hash.flatMap(it -> guests.find(shareId, it));
      guest.ifPresent(it -> adopt(it, hash.orElseThrow(), event.user()));
      if (!guest.map(Guest::hasGivenPassword).orElse(false)) {
        event
            .response()
            .addHeader(HttpHeaders.SET_COOKIE, GuestCookie.cleared(shareId, event.request()));
      }
    }
  }

  private void adopt(Guest guest, String tokenHash, User user) {
    guests.retire(guest, tokenHash);
    queue.add(name(), "%d %d".formatted(guest.authorId(), user.id()));
  }

  @Override
  public String name() {
    return "guest-adoption";
  }

  @Override
  public void run(String payload) {
    List<String> ids = List.of(payload.split(" ", 2));
    long guest = Long.parseLong(ids.getFirst());
    Optional<User> user = users.find(Long.parseLong(ids.getLast()));
    user.ifPresent(
        it -> {
          comments.reassign(guest, new Person(it.id(), it.username()));
          likes.reassign(guest, it.id());
        });
  }
}
