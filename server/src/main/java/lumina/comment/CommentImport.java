package lumina.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lumina.access.Viewer.Person;
import lumina.comment.CommentStore.NewComment;
import lumina.text.Text;
import org.springframework.stereotype.Component;

/// Adds comments that people wrote elsewhere under their own photos; nobody is told.
@Component
public class CommentImport {
  private static final int MOST = 1_000;

  private final CommentStore store;

  CommentImport(CommentStore store) {
    this.store = store;
  }

  /// Adds those of these comments that the author has not written under the photo yet. Long ones
  /// are cut, and empty ones are left out.
  public void add(Person author, String photoId, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    List<String> left =
        new ArrayList<>(
            texts.stream()
                .map(text -> Text.beginning(CommentController.TEXT, text))
                .filter(text -> !text.isEmpty())
                .toList());
    store.on(photoId, 0, MOST, Set.of(0L)).stream()
        .filter(comment -> author.is(comment.userId()))
        .forEach(comment -> left.remove(comment.text()));
    for (String text : left) {
      var _ =
          store.add(new NewComment(photoId, author.userId(), author.username(), text, null, null));
    }
  }
}
