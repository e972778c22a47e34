package lumina.account.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.friend.BlockStore;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Profile pictures.
@RestController
@RequestMapping("/api/users")
class PictureController {
  record PictureForm(@Nullable MultipartFile photo) {}

  record ProfilePictureJson(@Nullable String pictureUrl, String fullUrl) {}

  private final ProfilePictures pictures;
  private final UserStore users;
  private final BlockStore blocks;

  PictureController(ProfilePictures pictures, UserStore users, BlockStore blocks) {
    this.pictures = pictures;
    this.users = users;
    this.blocks = blocks;
  }

  /// Changes my profile picture.
  @PostMapping(path = "/profile-picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ProfilePictureJson changeProfilePicture(Person viewer, PictureForm form) {
    MultipartFile file = Required.field("photo", form.photo(), "Please choose a picture.");
    String version = pictures.change(viewer.userId(), target -> file.transferTo(target.toFile()));
    return new ProfilePictureJson(
        User.pictureUrl(viewer.userId(), version),
        "/api/users/%d/profile-picture/full?v=%s".formatted(viewer.userId(), version));
  }

  /// Removes my profile picture.
  @DeleteMapping("/profile-picture")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeProfilePicture(Person viewer) {
    pictures.remove(viewer.userId());
  }

  /// Reads a profile picture.
  @GetMapping("/{id}/profile-picture/{size}")
  void getProfilePicture(
      Person viewer,
      @PathVariable long id,
      @PathVariable String size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    User person = users.find(id).orElseThrow(PictureController::missing);
    if (blocks.blocks(id, viewer.userId())) {
      throw missing();
    }
    pictures.send(person, ProfilePictures.Size.named(size), request, response);
  }

  private static Problem missing() {
    return new Problem.NotFound("picture");
  }
}
