package lumina.friend;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.friend.BlockStore.BlockedPerson;
import lumina.http.list.Cursor;
import lumina.http.list.PageRequest;
import lumina.http.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/blocks")
class BlockController {
  private final Friendship friendship;
  private final BlockStore blocks;
  private final UserStore users;

  BlockController(Friendship friendship, BlockStore blocks, UserStore users) {
    this.friendship = friendship;
    this.blocks = blocks;
    this.users = users;
  }

  /// Lists the people whom I block, latest first.
  @GetMapping
  ResponseEntity<List<BlockedPerson>> listBlockedPeople(Person viewer, PageRequest page) {
    Cursor cursor = new Cursor("blocks " + viewer.userId());
    return LatestFirst.page(
            cursor,
            page,
            (after, rows) -> blocks.list(viewer.userId(), after, rows),
            blocked -> new LatestFirst(blocked.since(), blocked.id()))
        .toResponse();
  }

  /// Blocks a person: neither sees anything of the other.
  @PutMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void blockPerson(Person viewer, @PathVariable long userId) {
    if (viewer.is(userId)) {
      throw new Problem.Invalid("user_id", "to_yourself", "You cannot block yourself.");
    }
    users.require(userId);
    friendship.block(viewer.userId(), userId);
  }

  /// Ends a block.
  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unblockPerson(Person viewer, @PathVariable long userId) {
    blocks.remove(viewer.userId(), userId);
  }
}
