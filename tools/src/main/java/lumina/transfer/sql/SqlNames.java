package lumina.transfer.sql;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lumina.account.UserStore;
import lumina.photo.PhotoRows;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Who and what there is, for stores that cannot tell.
@Component
@ConditionalOnNotWebApplication
public class SqlNames {
  private final PhotoRows photos;
  private final UserStore users;

  SqlNames(PhotoRows photos, UserStore users) {
    this.photos = photos;
    this.users = users;
  }

  /// The names of people by their ids; those who are gone are not in it.
  public Map<Long, String> people(Collection<Long> ids) {
    return users.names(ids);
  }

  /// Those of these photos that are in the index.
  public Set<String> photos(Collection<String> ids) {
    return photos.present(ids);
  }
}
