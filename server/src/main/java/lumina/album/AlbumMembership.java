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
class AlbumMembership {
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
  void add(Person owner, String albumId, long person) {
    users.lock(owner.userId(), person); // a friendship that ends now also ends the membership
    Album album = albums.lock(owner, albumId);
    Permission.toChangeAlbum(album.userId(), "change who belongs to").require(owner.userId());
    users.require(person);
    if (!friends.areFriends(owner.userId(), person)) {
      throw new Problem.Forbidden("not_friends", "Only your friends can be members of an album.");
    }
    if (members.add(albumId, person) && members.count(albumId) > MAX_MEMBERS) {
      throw new Problem.Conflict(
          "too_many_members", "An album has at most %d members.".formatted(MAX_MEMBERS));
    }
  }

  /// Ends a membership: one's own, or that of anybody in one's own album.
  ///
  /// @throws Problem.NotFound if the person can see no such album, or there is no such member
  /// @throws Problem.Forbidden if it is the membership of another person in somebody else's album
  void remove(Person person, String albumId, long member) {
    albums.hold(albumId);
    if (!person.is(member)) {
      Album album = albums.require(person, albumId);
      Permission.toChangeAlbum(album.userId(), "change who belongs to").require(person.userId());
    }
    if (!members.remove(albumId, member)) {
      throw new Problem.NotFound("member");
    }
    positions.removeOf(albumId, member);
    albums.touch(albumId);
  }

  @EventListener
  void parted(FriendEvents.Parted parted) {
    end(parted.one(), parted.other());
    end(parted.other(), parted.one());
  }

  @EventListener
  void blocked(FriendEvents.Blocked block) {
    end(block.userId(), block.blockedId());
    end(block.blockedId(), block.userId());
  }

  private void end(long owner, long member) {
    albums.holdAll(owner);
    members.removeFromAll(owner, member);
    positions.removeFromAll(owner, member);
  }
}
