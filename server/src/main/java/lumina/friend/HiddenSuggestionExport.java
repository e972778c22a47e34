package lumina.friend;

import java.util.function.Consumer;
import lumina.account.PersonalData;
import org.springframework.stereotype.Component;

/// Exports whom a person does not want to be suggested as a friend.
@Component
class HiddenSuggestionExport implements PersonalData {
  private final SuggestionStore suggestions;

  HiddenSuggestionExport(SuggestionStore suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public String name() {
    return "hidden_suggestions";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    suggestions.hidden(userId).forEach(taker);
  }

  @Override
  public void forget(long userId) {
    // The database deletes them with the account (ON DELETE CASCADE).
  }
}
