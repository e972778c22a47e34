package lumina.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether people without an account see public photos. With `MEMBERS_ONLY` "public" means everyone
/// who is signed in.
@Component
public class OpenToAll {
  private final boolean membersOnly;

  public OpenToAll(@Value("${lumina.members-only}") boolean membersOnly) {
    this.membersOnly = membersOnly;
  }

  /// Whether anybody at all may see what this audience sees.
  public boolean has(Audience audience) {
    return audience == Audience.PUBLIC && !membersOnly;
  }
}
