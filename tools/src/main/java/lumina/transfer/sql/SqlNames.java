package lumina.transfer.sql;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import lumina.account.UserStore;
import lumina.photo.PhotoRows;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Looks up people and photos in SQL, for stores that do not know them.
@Component
@ConditionalOnNotWebApplication
public class SqlNames {
  private final PhotoRows photos;
  private final UserStore users;

  SqlNames(PhotoRows photos, UserStore users) {
    this.photos = photos;
    this.users = users;
  }

  /// Returns the names of people by id; deleted people are missing from the result.
  public Map<Long, String> people(Collection<Long> ids) {
    return users.names(ids);
  }

  /// Returns the ids that are in the index.
  public Set<String> photos(Collection<String> ids) {
    return photos.present(ids);
  }
}
