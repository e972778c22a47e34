package lumina.share;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.session.SignedIn;
import lumina.account.signup.SignedUp;
import lumina.comment.Commenting;
import lumina.job.Job;
import lumina.job.JobQueue;
import lumina.like.Liking;
import lumina.photo.PhotoEvents;
import lumina.share.GuestStore.Guest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Makes what a guest did that of their account, so that nobody counts twice: the likes at each
/// log-in and sign-up in the same browser, the comments, which bear the name of their author, only
/// at the sign-up.
///
/// It is done before the answer, as far as a moment suffices. A job does the rest, also after a
/// crash; until it has run, a like moves at the latest when the person changes it, so that no like
/// comes back that they took back.
@Component
class GuestAdoption implements Job {
  private static final Logger log = LoggerFactory.getLogger(GuestAdoption.class);
  private static final String LIKES = "likes";
  private static final String COMMENTS = "comments";
  private static final int MAX_SECONDS = 1;

  /// What the guest was just doing is written by then, and is in the indexes of DynamoDB.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// @param what to adopt: both, if it does not say
  private record Adoption(long guestId, long userId, String what) {
    static Adoption read(String payload) {
      List<String> words = List.of(payload.split(" ", 3));
      return new Adoption(
          Long.parseLong(words.getFirst()),
          Long.parseLong(words.get(1)),
          words.size() < 3 ? "" : words.getLast());
    }

    String payload() {
      return "%d %d %s".formatted(guestId, userId, what);
    }

    boolean isOfLikes() {
      return !what.equals(COMMENTS);
    }

    boolean isOfComments() {
      return !what.equals(LIKES);
    }
  }

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
  void signedIn(SignedIn event) {
    List<Adoption> due = new ArrayList<>();
    for (String shareId : GuestCookie.shareIds(event.request())) {
      GuestCookie.hash(event.request(), shareId)
          .flatMap(hash -> guests.find(shareId, hash))
          .ifPresent(guest -> due.add(adopt(guest, event.user(), LIKES)));
    }
    finish(due);
  }

  @EventListener
  void signedUp(SignedUp event) {
    List<Adoption> due = new ArrayList<>();
    for (String shareId : GuestCookie.shareIds(event.request())) {
      Optional<String> hash = GuestCookie.hash(event.request(), shareId);
      Optional<Guest> guest = hash.flatMap(it -> guests.find(shareId, it));
      guest.ifPresent(
          it -> {
            due.add(adopt(it, event.user(), COMMENTS));
            guests.retire(it, hash.orElseThrow());
          });
      if (!guest.map(Guest::hasGivenPassword).orElse(false)) {
        event
            .response()
            .addHeader(HttpHeaders.SET_COOKIE, GuestCookie.cleared(shareId, event.request()));
      }
    }
    finish(due);
  }

  private Adoption adopt(Guest guest, User user, String what) {
    Adoption adoption = new Adoption(guest.authorId(), user.id(), what);
    queue.add(name(), adoption.payload(), PAUSE);
    return adoption;
  }

  private void finish(List<Adoption> due) {
    if (due.isEmpty()) {
      return;
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            due.forEach(this::run);
          } catch (RuntimeException down) {
            log.warn("What a guest did is adopted later", down);
          } finally {
            done.complete(null);
          }
        });
    done.completeOnTimeout(null, MAX_SECONDS, SECONDS).join();
  }

  @Override
  public String name() {
    return "guest-adoption";
  }

  @Override
  public void run(String payload) {
    run(Adoption.read(payload));
  }

  private void run(Adoption adoption) {
    long guest = adoption.guestId();
    users
        .find(adoption.userId())
        .ifPresent(
            it -> {
              if (adoption.isOfLikes()) {
                likes.reassign(guest, it.id());
              }
              if (adoption.isOfComments()) {
                comments.reassign(guest, new Person(it.id(), it.username()));
              }
            });
  }

  @EventListener
  void likeChanging(PhotoEvents.LikeChanging event) {
    queue.payloads(name()).stream()
        .map(Adoption::read)
        .filter(it -> it.userId() == event.likerId() && it.isOfLikes())
        .forEach(it -> likes.reassign(it.guestId(), it.userId(), event.photoId()));
  }
}
