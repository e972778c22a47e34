package lumina.comment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lumina.account.Belongings;
import lumina.account.Face;
import lumina.account.UserStore;
import lumina.account.Viewer;
import lumina.comment.CommentStore.NewComment;
import lumina.comment.CommentStore.Said;
import lumina.http.Cursor;
import lumina.http.Page;
import lumina.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Saying something about a photo that one may see, and reading what others say.
@Component
public class Commenting implements Belongings {
  private static final int SOME = 100;

  /// Somebody said something.
  public record Commented(Comment comment) {}

  private final CommentStore store;
  private final UserStore users;
  private final ApplicationEventPublisher publisher;

  Commenting(CommentStore store, UserStore users, ApplicationEventPublisher publisher) {
    this.store = store;
    this.users = users;
    this.publisher = publisher;
  }

  /// @throws Problem.NotFound if the photo is gone
  public Comment add(Viewer author, String photoId, String text) {
    Said said =
        store
            .add(new NewComment(photoId, author.userId(), author.username(), text))
            .orElseThrow(() -> new Problem.NotFound("photo"));
    Comment comment = seen(author, List.of(said)).getFirst();
    publisher.publishEvent(new Commented(comment));
    return comment;
  }

  /// Comments on a photo, oldest first, without those of people whom a block keeps from this
  /// viewer.
  Page<Comment> list(Viewer viewer, String photoId, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("comments " + photoId);
    Page<Said> page =
        Page.of(
            store.on(photoId, cursor.read(after, 0), limit + 1),
            limit,
            said -> cursor.at(said.order()));
    return new Page<>(seen(viewer, page.items()), page.next());
  }

  Optional<Comment> find(Viewer viewer, String photoId, String commentId) {
    return store.find(photoId, commentId).stream()
        .flatMap(said -> seen(viewer, List.of(said)).stream())
        .findAny();
  }

  void remove(Comment comment) {
    store.remove(
        new Said(
            comment.sequence(),
            comment.commentId(),
            comment.photoId(),
            comment.userId(),
            comment.text(),
            comment.createdAt()));
  }

  private List<Comment> seen(Viewer viewer, List<Said> some) {
    Set<Long> authors = some.stream().map(Said::userId).collect(Collectors.toSet());
    Map<Long, Face> faces = users.faces(viewer, authors);
    return some.stream()
        .flatMap(said -> Face.visible(faces, said.userId()).map(face -> comment(said, face)))
        .toList();
  }

  private static Comment comment(Said said, Face author) {
    return new Comment(
        said.order(),
        said.commentId(),
        said.photoId(),
        said.userId(),
        author.username(),
        author.picture(),
        said.text(),
        said.createdAt());
  }

  @Override
  public String name() {
    return "comments";
  }

  /// What somebody said about a photo; `createdAt` in milliseconds since 1970.
  private record Own(String photoId, String text, long createdAt) {}

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Page.each(
        Long.MAX_VALUE,
        before -> store.by(userId, before, SOME),
        Said::order,
        said -> taker.accept(new Own(said.photoId(), said.text(), said.createdAt())));
  }

  @Override
  public void forget(long userId) {
    List<Said> some = store.by(userId, Long.MAX_VALUE, SOME);
    while (!some.isEmpty()) {
      some.forEach(store::remove);
      some = store.by(userId, Long.MAX_VALUE, SOME);
    }
  }
}
