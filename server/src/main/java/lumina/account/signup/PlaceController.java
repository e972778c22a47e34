package lumina.account.signup;

import lumina.media.worker.ImageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What whoever comes is told of this place, before they have an account.
@RestController
@RequestMapping("/api/place")
class PlaceController {
  /// @param signUp who may sign up
  /// @param membersOnly nothing here is shown to people without an account
  /// @param heic photos of this kind are read here; else they had better be sent as JPEG
  record PlaceJson(SignUpPolicy.Rule signUp, boolean membersOnly, boolean heic) {}

  private final SignUpPolicy admission;
  private final boolean membersOnly;
  private final ImageEngine engine;

  PlaceController(
      SignUpPolicy admission,
      @Value("${lumina.members-only}") boolean membersOnly,
      ImageEngine engine) {
    this.admission = admission;
    this.membersOnly = membersOnly;
    this.engine = engine;
  }

  /// Tells what this place is, to anybody.
  @GetMapping
  PlaceJson getPlace() {
    return new PlaceJson(admission.rule(), membersOnly, engine.readsHeic());
  }
}
