package lumina.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.album.Albums;
import lumina.cli.Served;
import lumina.media.Pictures;

/// People who have used every feature, and what each of them sees of it.
///
/// @param photos photos of Ann: public, for friends, private
record Life(Person ann, Person bob, Person cleo, Person dan, List<String> photos) {
  /// An error contains the id of its request, and no two are the same.
  private static final String ID = "\"request_id\":\"[0-9a-f]*\"";

  static Life on(Served server) {
    Life life =
        new Life(
            server.stranger().signUp(),
            server.stranger().signUp(),
            server.stranger().signUp(),
            server.stranger().signUp(),
            new ArrayList<>());
    life.meet();
    life.show();
    life.gather();
    life.talk();
    life.share(server.stranger());
    life.write();
    return life;
  }

  /// Friend requests in all states, a friendship, a block.
  private void meet() {
    ann.befriend(bob);
    long asked = ask(cleo, ann);
    ann.post("/api/friends/respond", Map.of("request_id", asked, "accept", false)).expect(200);
    var _ = ask(dan, ann);
    cleo.put("/api/blocks/" + dan.id()).expect(204);
  }

  private static long ask(Person asking, Person asked) {
    return asking
        .post("/api/friends/request", Map.of("user_id", asked.id()))
        .expect(201)
        .json()
        .get("id")
        .asLong();
  }

  private void show() {
    photos.add(
        ann.uploadPhoto("caption", "Meer 🌊 & Wind", "topic", "Sea", "tags", "blue,Ostsee,👍"));
    ann.patch("/api/photos/" + photos.getFirst(), Map.of("alt", "Waves and no boat")).expect(200);
    photos.add(ann.uploadPhoto("audience", "friends", "caption", "for friends"));
    photos.add(ann.uploadPhoto("audience", "private", "caption", "for me"));
    var _ = bob.uploadPhoto("topic", "sea", "tags", "blue");
    Form png = new Form().file("x.png", Pictures.write(Pictures.quarters(60, 40), "png"));
    cleo.upload(png).expect(201);
    Form picture = new Form().file("me.jpg", Pictures.photo(300, 300));
    bob.send(
            bob.request("/api/users/profile-picture")
                .header("Content-Type", picture.contentType())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(picture.bytes())))
        .expect(200);
    // The stripped original is made when somebody else asks for it.
    bob.get("/api/photos/" + photos.getFirst() + "/image/full").expect(200);
  }

  /// An album with a member, photos of both, a cover, and an order of its own.
  private void gather() {
    String album = Albums.make(ann, "audience", "members", "contribute", "members");
    Albums.join(ann, album, bob).expect(200);
    Albums.put(ann, album, photos).expect(200);
    Albums.put(bob, album, List.of(bob.uploadPhoto("audience", "private"))).expect(200);
    Albums.put(ann, album, List.of(photos.getLast()), photos.getFirst()).expect(200);
    ann.patch("/api/albums/" + album, Map.of("cover", photos.get(1))).expect(200);
  }

  private void talk() {
    for (Person person : List.of(bob, cleo, dan)) {
      person.put("/api/photos/" + photos.getFirst() + "/like").expect(200);
    }
    bob.put("/api/photos/" + photos.get(1) + "/like").expect(200);
    say(bob, "First 🎉");
    say(cleo, "Second, @" + ann.name());
    ann.delete("/api/photos/" + photos.getFirst() + "/comments/" + say(dan, "Regretted"))
        .expect(204);
    say(ann, "Thank you\nall");
  }

  /// A link, with what somebody without an account wrote behind it.
  private void share(Person visitor) {
    Answer made = ann.post("/api/shares", Map.of("photo_ids", photos)).expect(201);
    String link = "/api" + made.json().get("url").asString();
    visitor.get(link).expect(200);
    visitor.put(link + "/photos/" + photos.get(2) + "/like").expect(200);
    Map<String, String> words = Map.of("text", "Lovely", "name", "Grandma");
    visitor.post(link + "/photos/" + photos.get(2) + "/comments", words).expect(201);
  }

  String say(Person person, String text) {
    return person
        .post("/api/photos/" + photos.getFirst() + "/comments", Map.of("text", text))
        .expect(201)
        .json()
        .get("comment_id")
        .asString();
  }

  private void write() {
    send(ann, bob, "Hello 👋", "one");
    String second = send(bob, ann, "Hello back", "two");
    send(ann, bob, "Seen?", "three");
    Map<String, Object> answer = Map.of("to_user_id", bob.id(), "text", "Yes", "reply_to", second);
    ann.post("/api/messages", answer).expect(201);
    ann.json("PUT", "/api/messages/%s/reaction".formatted(second), "{\"reaction\": \"👏\"}")
        .expect(200);
    String regretted = send(bob, ann, "Regretted", "four");
    bob.delete("/api/messages/" + regretted).expect(204);
    ann.post("/api/messages/read", Map.of("user_id", bob.id(), "message_id", second)).expect(200);
  }

  static String send(Person from, Person to, String text, String clientId) {
    return from.post(
            "/api/messages",
            Map.of("to_user_id", to.id(), "text", text, "client_id", from.id() + clientId))
        .expect(201)
        .json()
        .get("message_id")
        .asString();
  }

  /// All responses that they get from a server, by person and path.
  Map<String, String> seen(Served server) {
    Map<String, String> seen = new TreeMap<>();
    for (Person somebody : List.of(ann, bob, cleo, dan)) {
      Person person = server.again(somebody);
      List<String> paths = paths();
      person
          .get("/api/albums")
          .all("album_id")
          .forEach(album -> paths.add("/api/photos?album=" + album));
      for (String path : paths) {
        Answer answer = person.get(path);
        seen.put(
            somebody.name() + " " + path,
            answer.status()
                + " "
                + (isImage(path) ? answer.bytes().length : answer.text().replaceAll(ID, "")));
      }
    }
    return seen;
  }

  private static boolean isImage(String path) {
    return path.contains("/image/") || path.contains("/profile-picture/");
  }

  private List<String> paths() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/albums",
                "/api/auth/me",
                "/api/photos",
                "/api/photos?scope=all",
                "/api/photos?scope=all&q=meer+wind",
                "/api/photos?scope=all&tag=blue",
                "/api/photos?scope=all&topic=SEA",
                "/api/photos?scope=profile",
                "/api/topics",
                "/api/friends",
                "/api/friends/requests",
                "/api/blocks",
                "/api/notifications",
                "/api/conversations",
                "/api/shares",
                "/api/messages?user_id=" + ann.id(),
                "/api/messages?user_id=" + bob.id(),
                "/api/users/" + bob.id() + "/profile-picture/full",
                "/api/users/" + bob.id() + "/profile-picture/thumb"));
    for (String photo : photos) {
      for (String what :
          List.of("", "/comments", "/likes", "/image/full", "/image/thumb", "/image/large")) {
        paths.add("/api/photos/" + photo + what);
      }
    }
    return paths;
  }
}
