package lumina.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Tells whether people without an account see public photos. With `MEMBERS_ONLY`, "public" means
/// everyone who is signed in.
@Component
public class OpenToAll {
  private final boolean membersOnly;

  public OpenToAll(@Value("${lumina.members-only}") boolean membersOnly) {
    this.membersOnly = membersOnly;
  }

  /// Whether photos with this audience are open to people without an account.
  public boolean has(Audience audience) {
    return audience == Audience.PUBLIC && !membersOnly;
  }

  /// Whether albums with this audience are.
  public boolean has(AlbumAudience audience) {
    return audience == AlbumAudience.PUBLIC && !membersOnly;
  }
}
