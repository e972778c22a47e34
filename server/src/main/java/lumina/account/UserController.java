package lumina.account;

import lumina.http.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class UserController {
  /// What anybody signed in may know of a person.
  record Person(long id, String username) {}

  private final UserStore users;

  UserController(UserStore users) {
    this.users = users;
  }

  @GetMapping("/lookup")
  Person lookUp(@RequestParam String username) {
    return users
        .findByName(username.strip())
        .map(user -> new Person(user.id(), user.username()))
        .orElseThrow(() -> new Problem.NotFound("person"));
  }
}
