package lumina.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.account.User;
import lumina.account.UserStore;
import org.springframework.stereotype.Component;

/// Finds the people whom a text mentions as `@name`.
@Component
class Mentions {
  private static final Pattern NAME = Pattern.compile("(?<![\\w@.-])@([A-Za-z0-9_.-]{3,50})");
  private static final int MAX_MENTIONS = 20;
  private final UserStore users;

  Mentions(UserStore users) {
    this.users = users;
  }

  /// Returns each person once, at most 20. A dot after the name may end the sentence.
  List<User> in(String text) {
    Map<Long, User> found = new LinkedHashMap<>();
    Matcher names = NAME.matcher(text);
    for (int i = 0; i < MAX_MENTIONS && names.find(); i++) {
      String name = names.group(1);
      users
          .findByName(name)
          .or(() -> users.findByName(name.replaceFirst("[.-]+$", "")))
          .ifPresent(user -> found.put(user.id(), user));
    }
    return List.copyOf(found.values());
  }
}
