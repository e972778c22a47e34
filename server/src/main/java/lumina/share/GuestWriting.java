package lumina.share;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import lumina.access.Viewer;
import lumina.http.Caller;
import lumina.http.limit.RateLimit;
import lumina.http.limit.RateLimits;
import lumina.http.problem.Problem;
import lumina.share.GuestStore.Guest;
import lumina.share.OpenLinks.OpenLink;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the author of what is written behind a link. Whoever is unknown becomes a guest by the
/// first comment or like. Limits are wide enough for a family, and too narrow for a program.
@Component
class GuestWriting {
  private static final FieldLimit NAME = new FieldLimit("name", 50);
  private static final int MAX_COMMENTS = 500;

  private final OpenLinks links;
  private final GuestStore guests;
  private final RateLimit ofNetwork;
  private final RateLimit ofLink;

  GuestWriting(OpenLinks links, GuestStore guests, RateLimits limits) {
    this.links = links;
    this.guests = guests;
    ofNetwork =
        limits.of(
            500,
            Duration.ofMinutes(10),
            "too_many_guest_changes",
            "That was a lot at once. Please go on in a moment.");
    ofLink =
        limits.of(
            2_000,
            Duration.ofMinutes(10),
            "too_many_link_changes",
            "Many people are writing here right now. Please go on in a moment.");
  }

  private void spend(OpenLink link, HttpServletRequest request) {
    ofNetwork.spend(Caller.of(request).network());
    ofLink.spend(link.share().shareId());
  }

  /// The author of a like.
  ///
  /// @throws Problem.TooMany if too much was written lately
  Viewer.Guest liker(OpenLink link, HttpServletRequest request, HttpServletResponse response) {
    spend(link, request);
    return link.viewer().userId() == 0
        ? author(link.share(), links.welcome(link.share(), request, response))
        : link.viewer();
  }

  /// The author of a comment.
  ///
  /// @param name under which they write; a guest with a name may leave it out
  /// @throws Problem.Invalid if they have no name yet
  /// @throws Problem.Conflict if they have written as many comments as a guest may
  /// @throws Problem.TooMany if too much was written lately
  Viewer.Guest commenter(
      OpenLink link,
      @Nullable String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    spend(link, request);
    String chosen = Text.line(NAME, name);
    if (link.viewer().userId() > 0) {
      return link.viewer();
    }
    Guest known = link.guest();
    if (chosen.isEmpty() && known != null) {
      chosen = known.name();
    }
    if (chosen.isEmpty()) {
      throw new Problem.Invalid("name", "name_needed", "Please say who you are.");
    }
    Guest guest = known == null ? links.welcome(link.share(), request, response) : known;
    if (!guests.countComment(guest.guestId(), MAX_COMMENTS)) {
      throw new Problem.Conflict(
          "too_many_comments",
          "You have written as much as a guest may. Make an account to go on.");
    }
    if (!guest.name().equals(chosen)) {
      guests.name(guest.guestId(), chosen);
    }
    return author(link.share(), new Guest(guest.guestId(), chosen, guest.unlocked()));
  }

  private static Viewer.Guest author(Share share, Guest guest) {
    return new Viewer.Guest(share.shareId(), guest.authorId(), guest.name());
  }
}
