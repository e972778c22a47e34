package lumina.account.signup;

import lumina.media.worker.ImageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Describes this server to clients before they have an account.
@RestController
@RequestMapping("/api/place")
class PlaceController {
  /// @param signUp who may sign up
  /// @param membersOnly people without an account see nothing here
  /// @param heic the server decodes HEIC photos; if not, clients convert them to JPEG
  record ServerInfo(SignUpPolicy.Rule signUp, boolean membersOnly, boolean heic) {}

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

  /// Describes this server; for anybody.
  @GetMapping
  ServerInfo getPlace() {
    return new ServerInfo(admission.rule(), membersOnly, engine.readsHeic());
  }
}
