package lumina.person;

import lumina.account.SessionStore;
import lumina.account.UserStore;
import lumina.account.Viewer;
import lumina.comment.CommentStore;
import lumina.photo.LikeStore;
import lumina.photo.OwnPhotos;
import org.springframework.stereotype.Component;

/// Deletes an account with everything of that person's. Cut off in the middle, it can be asked for
/// again: the account goes last.
@Component
class Leaving {
  private final OwnPhotos photos;
  private final LikeStore likes;
  private final CommentStore comments;
  private final SessionStore sessions;
  private final UserStore users;

  Leaving(
      OwnPhotos photos,
      LikeStore likes,
      CommentStore comments,
      SessionStore sessions,
      UserStore users) {
    this.photos = photos;
    this.likes = likes;
    this.comments = comments;
    this.sessions = sessions;
    this.users = users;
  }

  void leave(Viewer viewer) {
    photos.deleteAll(viewer);
    likes.forgetPerson(viewer.userId());
    comments.forgetPerson(viewer.userId());
    sessions.endOthers(viewer.userId(), "");
    users.remove(viewer.userId());
  }
}
