package lumina.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.profile.ProfilePictures;
import lumina.check.PhotoFaults.Fault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each profile picture has its files, and that they are whole pictures of their
/// format. Those of the old application need not show the same part of a picture, so they are not
/// compared.
@Component
@ConditionalOnNotWebApplication
record PictureInspection(UserStore users, DerivedFiles derived, ProfilePictures pictures)
    implements Inspection {
  private static final int PAGE = 100;

  @Override
  public String subject() {
    return "profile pictures";
  }

  @Override
  public void inspect(Findings findings) {
    List<User> page = users.after(0, PAGE);
    while (!page.isEmpty()) {
      for (User person : page) {
        findings.read(
            "The profile picture of %s cannot be checked".formatted(person.username()),
            "restore it from a backup",
            () -> inspect(person, findings));
      }
      page = users.after(page.getLast().id(), PAGE);
    }
  }

  private void inspect(User person, Findings findings) {
    if (fault(person).isEmpty()) {
      return;
    }
    User now = users.find(person.id()).orElse(null);
    Fault fault = now == null ? null : fault(now).orElse(null);
    if (now != null && fault != null) {
      String what = fault.isMissing() ? "lacks " : "has a damaged file: ";
      add("The profile picture of %s %s%s".formatted(now.username(), what, fault), now, findings);
    }
  }

  private void add(String sentence, User person, Findings findings) {
    String larger = ProfilePictures.larger(person.id(), Objects.requireNonNull(person.picture()));
    if (files(person).stream().filter(it -> it.key().equals(larger)).allMatch(this::isPicture)) {
      findings.add(sentence + ".", () -> pictures.rederive(person.id()));
    } else {
      findings.add(
          sentence
              + ", and no larger one is left to make it from: restore both from a backup, or let them choose another.");
    }
  }

  private boolean isPicture(DerivedFile file) {
    return derived.fault(file).map(Fault::isPicture).orElse(true);
  }

  private Optional<Fault> fault(User person) {
    return files(person).stream().flatMap(it -> derived.fault(it).stream()).findFirst();
  }

  private static List<DerivedFile> files(User person) {
    String version = person.picture();
    return version == null ? List.of() : DerivedFile.ofPerson(person.id(), version);
  }
}
