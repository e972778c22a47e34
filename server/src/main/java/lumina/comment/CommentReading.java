package lumina.comment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.comment.CommentStore.CommentRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds to comments their authors, and what they reply to as the reader may see it now.
@Component
class CommentReading {
  private final CommentStore store;
  private final PersonSummaries summaries;

  CommentReading(CommentStore store, PersonSummaries summaries) {
    this.store = store;
    this.summaries = summaries;
  }

  /// @param isVisible whether the viewer may see the comment that one of them quotes
  List<Comment> read(Viewer viewer, List<CommentRow> some, Predicate<CommentRow> isVisible) {
    Map<String, CommentRow> quoted = quoted(some);
    quoted.values().removeIf(isVisible.negate());
    Set<Long> authors =
        Stream.concat(some.stream(), quoted.values().stream())
            .map(CommentRow::userId)
            .collect(Collectors.toSet());
    Map<Long, PersonSummary> faces = summaries.of(viewer, authors);
    return some.stream()
        .flatMap(
            said ->
                PersonSummary.visible(faces, said.userId())
                    .map(face -> comment(said, face, quote(said.replyTo(), quoted, faces))))
        .toList();
  }

  /// Reads the comments to which some of these reply, by id.
  private Map<String, CommentRow> quoted(List<CommentRow> some) {
    Map<String, CommentRow> known =
        some.stream().collect(Collectors.toMap(CommentRow::commentId, said -> said));
    Map<String, CommentRow> quoted = new HashMap<>();
    Set<CommentKey> elsewhere = new HashSet<>();
    for (CommentRow said : some) {
      String id = said.replyTo();
      CommentRow here = id == null ? null : known.get(id);
      if (here != null) {
        quoted.put(here.commentId(), here);
      } else if (id != null) {
        elsewhere.add(new CommentKey(said.photoId(), id));
      }
    }
    if (!elsewhere.isEmpty()) {
      quoted.putAll(store.among(elsewhere));
    }
    return quoted;
  }

  private static @Nullable QuotedComment quote(
      @Nullable String id, Map<String, CommentRow> quoted, Map<Long, PersonSummary> faces) {
    CommentRow said = id == null ? null : quoted.get(id);
    PersonSummary author = said == null ? null : faces.get(said.userId());
    if (said != null && author != null && !author.hidden()) {
      return QuotedComment.of(said, author.nameAt(said.createdAt()));
    }
    return id == null ? null : QuotedComment.gone(id);
  }

  private static Comment comment(
      CommentRow said, PersonSummary author, @Nullable QuotedComment replyTo) {
    return new Comment(
        said.sortKey(),
        said.commentId(),
        said.photoId(),
        said.userId(),
        author.nameAt(said.createdAt()),
        author.picture(),
        said.text(),
        said.clientId(),
        said.createdAt(),
        said.deleted(),
        replyTo);
  }
}
