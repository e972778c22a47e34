package lumina.account.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lumina.account.Me;
import lumina.account.User;
import lumina.account.session.SigningIn;
import lumina.http.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SignUpController {
  private final SignUp signUp;
  private final SigningIn signingIn;
  private final ApplicationEventPublisher publisher;

  SignUpController(SignUp signUp, SigningIn signingIn, ApplicationEventPublisher publisher) {
    this.publisher = publisher;
    this.signUp = signUp;
    this.signingIn = signingIn;
  }

  /// Creates an account and opens a session.
  @PostMapping("/signup")
  @ResponseStatus(HttpStatus.CREATED)
  Me signUp(
      @RequestBody SignUp.SignUpRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    User user = signUp.signUp(asked, Caller.of(request));
    Me me = signingIn.answer(user, request, response);
    publisher.publishEvent(new SignedUp(user, request, response));
    return me;
  }
}
