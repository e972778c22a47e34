package lumina.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What whoever comes is told of this place, before they have an account.
@RestController
@RequestMapping("/api/place")
class PlaceController {
  /// @param signUp `open`, `invite` or `closed`
  /// @param membersOnly nothing here is shown to people without an account
  record PlaceJson(String signUp, boolean membersOnly) {}

  private final Admission admission;
  private final boolean membersOnly;

  PlaceController(Admission admission, @Value("${lumina.members-only}") boolean membersOnly) {
    this.admission = admission;
    this.membersOnly = membersOnly;
  }

  @GetMapping
  PlaceJson place() {
    return new PlaceJson(admission.rule().word(), membersOnly);
  }
}
