package lumina.account.signup;

import jakarta.servlet.http.HttpServletRequest;
import lumina.account.Me;
import lumina.account.User;
import lumina.account.session.SigningIn;
import lumina.http.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SignUpController {
  private final SignUp signUp;
  private final SigningIn signingIn;

  SignUpController(SignUp signUp, SigningIn signingIn) {
    this.signUp = signUp;
    this.signingIn = signingIn;
  }

  @PostMapping("/signup")
  ResponseEntity<Me> signUp(@RequestBody SignUp.Application asked, HttpServletRequest request) {
    User user = signUp.signUp(asked, Caller.of(request));
    return signingIn.answer(HttpStatus.CREATED, user, request);
  }
}
