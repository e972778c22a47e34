package lumina.share;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import lumina.access.Viewer;
import lumina.account.Token;
import lumina.account.credential.PasswordGuesses;
import lumina.account.credential.Passwords;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.http.problem.SecurityLog;
import lumina.share.GuestStore.Guest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Opens links: every request behind one asks here first, so that its end, and a password, hold at
/// once. A person who is signed in writes under their own name, everybody else as a guest.
@Component
class OpenLinks {
  private static final Logger log = LoggerFactory.getLogger(OpenLinks.class);
  private static final int MAX_PASSWORD = 1_000;
  private static final int MAX_GUESTS = 5_000;

  private final ShareStore shares;
  private final GuestStore guests;
  private final Passwords passwords;
  private final PasswordGuesses guesses;

  OpenLinks(ShareStore shares, GuestStore guests, Passwords passwords, PasswordGuesses guesses) {
    this.shares = shares;
    this.guests = guests;
    this.passwords = passwords;
    this.guesses = guesses;
  }

  /// A link that a viewer has opened.
  ///
  /// @param guest known by their cookie, null for everybody else
  record OpenLink(Share share, Viewer.Guest viewer, @Nullable Guest guest) {
    boolean isOwn() {
      return viewer.is(share.userId());
    }

    /// The viewer as one who wrote something: a guest who has logged in since may still take back
    /// what they wrote before.
    Viewer.Guest as(long authorId) {
      return guest != null && guest.authorId() == authorId
          ? new Viewer.Guest(share.shareId(), authorId, guest.name())
          : viewer;
    }
  }

  /// @throws Problem.NotFound if there is no such link, or it has ended
  /// @throws Problem.Unauthorized if its password has not been given
  OpenLink open(String token, Viewer viewer, HttpServletRequest request) {
    Share share = find(token, viewer);
    Guest guest = guest(share, request).orElse(null);
    OpenLink link = new OpenLink(share, viewer(share, viewer, guest), guest);
    if (share.hasPassword() && !link.isOwn() && !isUnlocked(share, guest)) {
      throw new Problem.Unauthorized(
          "password_needed", "These photos have a password. Please type it to see them.");
    }
    return link;
  }

  /// Opens a link, and counts it unless it is the viewer's own.
  ///
  /// @throws Problem.NotFound if there is no such link, or it has ended
  /// @throws Problem.Unauthorized if its password has not been given
  OpenLink visit(String token, Viewer viewer, HttpServletRequest request) {
    OpenLink link = open(token, viewer, request);
    if (!link.isOwn() && request.getMethod().equals("GET")) {
      count(link.share());
    }
    return link;
  }

  /// Photos on a full disk can be looked at, too.
  private void count(Share share) {
    try {
      shares.visited(share.shareId());
    } catch (DataAccessException | TransactionException down) {
      log.warn("A visit of link {} could not be counted", share.shareId(), down);
    }
  }

  private Share find(String token, Viewer viewer) {
    return shares.findOpen(viewer.userId(), token).orElseThrow(() -> new Problem.NotFound("link"));
  }

  private Optional<Guest> guest(Share share, HttpServletRequest request) {
    return GuestCookie.hash(request, share.shareId())
        .flatMap(hash -> guests.find(share.shareId(), hash));
  }

  private static Viewer.Guest viewer(Share share, Viewer viewer, @Nullable Guest guest) {
    if (guest == null || viewer.userId() != 0) {
      return new Viewer.Guest(share.shareId(), viewer.userId(), viewer.username());
    }
    return new Viewer.Guest(share.shareId(), guest.authorId(), guest.name());
  }

  private static boolean isUnlocked(Share share, @Nullable Guest guest) {
    return guest != null && guest.unlocked() == share.passwordVersion();
  }

  /// Opens a link with its password for this browser.
  ///
  /// @throws Problem.NotFound if there is no such link, or it has ended
  /// @throws Problem.Unauthorized if the password is wrong
  /// @throws Problem.TooMany after too many wrong passwords, see [PasswordGuesses]
  void unlock(
      String token,
      Viewer viewer,
      @Nullable String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Share share = find(token, viewer);
    String typed = Required.field("password", password, "Please type the password.");
    if (!share.hasPassword()) {
      return;
    }
    Caller caller = Caller.of(request);
    var _ = guesses.count("link " + share.shareId(), caller, () -> check(share, typed, caller));
    Guest guest = guest(share, request).orElseGet(() -> welcome(share, request, response));
    guests.unlock(guest.guestId(), share.passwordVersion());
  }

  private boolean check(Share share, String typed, Caller caller) {
    if (typed.length() > MAX_PASSWORD || !passwords.matches(typed, share.passwordHash(), caller)) {
      SecurityLog.note("link_password_failed");
      throw new Problem.Unauthorized(
          "wrong_link_password", "This is not the password of these photos.");
    }
    return true;
  }

  /// Makes a guest of somebody who is unknown, and gives them their cookie.
  ///
  /// @throws Problem.Conflict if the link has as many guests as it may
  Guest welcome(Share share, HttpServletRequest request, HttpServletResponse response) {
    if (guests.count(share.shareId()) >= MAX_GUESTS) {
      throw new Problem.Conflict(
          "too_many_guests", "So many people have opened this link that it takes no more of them.");
    }
    String token = Token.fresh(GuestCookie.TOKEN_BYTES);
    Guest guest = guests.add(share, Token.hash(token));
    response.addHeader(HttpHeaders.SET_COOKIE, GuestCookie.of(share.shareId(), token, request));
    return guest;
  }
}
