package lumina.album;

import lumina.access.Permission;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.friend.FriendEvents;
import lumina.friend.FriendStore;
import lumina.http.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes who is a member of an album. Whoever is no member any more takes their photos out of it.
@Component
@Transactional
public class AlbumMembership {
  private static final int MAX_MEMBERS = 100;

  private final AlbumStore albums;
  private final AlbumMembers members;
  private final AlbumPositions positions;
  private final FriendStore friends;
  private final UserStore users;

  AlbumMembership(
      AlbumStore albums,
      AlbumMembers members,
      AlbumPositions positions,
      FriendStore friends,
      UserStore users) {
    this.albums = albums;
    this.members = members;
    this.positions = positions;
    this.friends = friends;
    this.users = users;
  }

  /// Makes a friend of its owner a member of an album; does nothing if they are one.
  ///
  /// @throws Problem.NotFound if the owner can see no such album, or there is no such person
  /// @throws Problem.Forbidden if somebody else owns it, or the two are no friends
  /// @throws Problem.Conflict if it has too many members
  public void add(Person owner, String albumId, long person) {
    users.lock(owner.userId(), person); // a friendship that ends now also ends the membership
    Album album = albums.lock(owner, albumId);
    Permission.toChangeAlbum(album.userId(), "change who belongs to").require(owner.userId());
    users.require(person);
    if (!friends.areFriends(owner.userId(), person)) {
      throw new Problem.Forbidden("not_friends", "Only your friends can be members of an album.");
    }
    if (!members.add(albumId, person)) {
      return;
    }
    if (members.count(albumId) > MAX_MEMBERS) {
      throw new Problem.Conflict(
          "too_many_members", "An album has at most %d members.".formatted(MAX_MEMBERS));
    }
    albums.touch(album);
    albums.publishMember(album, person);
  }

  /// Ends a membership: one's own, or that of anybody in one's own album.
  ///
  /// @throws Problem.NotFound if the person can see no such album, or there is no such member
  /// @throws Problem.Forbidden if it is the membership of another person in somebody else's album
  void remove(Person person, String albumId, long member) {
    Album album = albums.hold(albumId).orElseThrow(() -> new Problem.NotFound("album"));
    if (!person.is(member)) {
      albums.require(person, albumId);
      Permission.toChangeAlbum(album.userId(), "change who belongs to").require(person.userId());
    }
    if (!end(album, member)) {
      throw new Problem.NotFound("member");
    }
  }

  private boolean end(Album album, long member) {
    if (!members.remove(album.albumId(), member)) {
      return false;
    }
    positions.removeOf(album.albumId(), member);
    albums.touch(album, member);
    return true;
  }

  @EventListener
  void parted(FriendEvents.Parted parted) {
    endBetween(parted.one(), parted.other());
  }

  @EventListener
  void blocked(FriendEvents.Blocked block) {
    endBetween(block.userId(), block.blockedId());
  }

  private void endBetween(long one, long other) {
    endAll(one, other);
    endAll(other, one);
  }

  private void endAll(long owner, long member) {
    for (String albumId : members.between(owner, member)) {
      albums.hold(albumId).ifPresent(album -> end(album, member));
    }
  }
}
