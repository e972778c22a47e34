package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address behind a link asks for the link, its password and its photos, also one that is
/// added later.
@ServerTest
class LinkAddressesTest {
  /// @param path with the names of its parts
  private record Address(HttpMethod method, String path) {
    boolean isOfPhoto() {
      return path.contains("{id}");
    }

    boolean isOfPassword() {
      return path.endsWith("/password");
    }

    Answer ask(Person visitor, Link link, String photoId) {
      String address =
          path.replace("/api/s/{token}", link.api())
              .replace("{id}", photoId)
              .replace("{size}", "thumb")
              .replace("{commentId}", "0".repeat(32));
      String body = "{\"text\":\"x\",\"name\":\"y\",\"password\":\"wrong\"}";
      return visitor.send(
          visitor
              .request(address)
              .header("Content-Type", "application/json")
              .method(
                  method.name(),
                  method.equals(HttpMethod.GET)
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(body)));
    }
  }

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
  }

  private List<Address> addresses() {
    List<Address> all =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/s/"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(RequestMethod::asHttpMethod)
                                    .map(method -> new Address(method, path))))
            .toList();
    assertThat(all).hasSizeGreaterThan(12);
    return all;
  }

  @Test
  void an_ended_link_is_not_there_at_any_address() {
    String photo = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(photo));
    ann.delete(link.own()).expect(204);
    for (Address address : addresses()) {
      address.ask(visitor, link, photo).expectProblem(404, "not_found");
    }
  }

  @Test
  void a_link_with_a_password_needs_it_at_every_address() {
    String photo = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(photo), "password", "ice cream");
    for (Address address : addresses()) {
      Answer answer = address.ask(visitor, link, photo);
      answer.expectProblem(401, address.isOfPassword() ? "wrong_link_password" : "password_needed");
    }
  }

  @Test
  void a_photo_that_the_link_does_not_show_is_not_there_whoever_may_see_it_elsewhere() {
    Person bob = Person.signUp(port);
    ann.befriend(bob);
    Link link = Shares.of(ann, List.of(ann.uploadPhoto()));
    List<String> others =
        Stream.of("public", "friends", "private")
            .flatMap(
                audience ->
                    Stream.of(
                        ann.uploadPhoto("audience", audience),
                        bob.uploadPhoto("audience", audience)))
            .toList();
    for (Address address : addresses().stream().filter(Address::isOfPhoto).toList()) {
      for (String photo : others) {
        for (Person person : List.of(visitor, ann, bob)) {
          address.ask(person, link, photo).expectProblem(404, "not_found");
        }
      }
    }
  }

  @Test
  void whoever_has_a_link_sees_nothing_beside_it() {
    String photo = ann.uploadPhoto("audience", "private");
    Link link = Shares.of(ann, List.of(photo));
    Answer said =
        visitor.post(link.photo(photo) + "/comments", Map.of("text", "x", "name", "y")).expect(201);
    Person guest = Shares.known(visitor, said);
    guest.get("/api/photos/" + photo).expectProblem(404, "not_found");
    guest.get("/api/photos/" + photo + "/image/thumb").expectProblem(404, "not_found");
    for (String address : List.of("/api/photos", "/api/photos?scope=all", "/api/shares")) {
      guest.get(address).expectProblem(401, "not_signed_in");
    }
  }
}
