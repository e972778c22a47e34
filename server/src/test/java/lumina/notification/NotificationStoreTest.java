package lumina.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import lumina.access.Viewer;
import lumina.account.User;
import lumina.id.SortKey;
import lumina.notification.NotificationGroups.Actor;
import lumina.notification.NotificationGroups.Group;
import lumina.notification.NotificationStore.NotificationRow;
import lumina.stores.AtOnce;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class NotificationStoreTest {
  private static final String COMMENT = "0190f3e0c5e17abc8def0123456789ab";
  private final SqlDatabase database;
  private final NotificationStore store;
  private final NotificationGroups groups;
  private final User ann;
  private final User bob;
  private final User cem;
  private final Viewer.Person reader;

  NotificationStoreTest(SqlDatabase database) {
    this.database = database;
    store = database.get(NotificationStore.class);
    groups = database.get(NotificationGroups.class);
    ann = database.person("ann");
    bob = database.person("bob");
    cem = database.person("cem");
    reader = new Viewer.Person(ann.id(), ann.username());
  }

  @Test
  void what_several_did_to_one_photo_is_one_group() {
    String photo = database.photo(ann, "Sea", "public");
    like(photo, bob);
    like(photo, cem);
    store.add(
        new NotificationRow(ann.id(), NotificationKind.PHOTO_COMMENTED, photo, bob.id()), COMMENT);
    List<Group> read = groups();
    assertThat(read).extracting(Group::kind).containsExactly("photo_commented", "photo_liked");
    assertThat(read.getFirst().commentId()).isEqualTo(COMMENT);
    assertThat(read.getLast().people()).isEqualTo(2);
    assertThat(groups.actors(reader, read.getLast(), 5))
        .containsExactly(
            new Actor(cem.id(), cem.username(), false), new Actor(bob.id(), bob.username(), false));
  }

  @Test
  void what_is_about_no_photo_stands_alone() {
    store.add(new NotificationRow(ann.id(), NotificationKind.FRIEND_REQUEST, "", bob.id()), "");
    store.add(new NotificationRow(ann.id(), NotificationKind.FRIEND_REQUEST, "", cem.id()), "");
    assertThat(groups()).hasSize(2);
    assertThat(groups.actors(reader, groups().getLast(), 5))
        .containsExactly(new Actor(bob.id(), bob.username(), false));
    assertThat(groups.unread(reader)).isEqualTo(2);
  }

  @Test
  void each_has_a_sort_key_of_its_time_behind_the_one_before() {
    for (User friend : List.of(bob, cem)) {
      for (NotificationKind kind : NotificationKind.values()) {
        store.add(new NotificationRow(ann.id(), kind, "", friend.id()), "");
      }
    }
    assertThat(groups.list(reader, 100, null).items())
        .hasSize(2 * NotificationKind.values().length)
        .allSatisfy(
            it -> assertThat(it.last()).isBetween(SortKey.startOf(it.at()), SortKey.endOf(it.at())))
        .isSortedAccordingTo(Comparator.comparingLong(Group::last).reversed());
  }

  @Test
  void groups_are_unread_until_all_of_them_is_read() {
    String photo = database.photo(ann, "Sea", "private");
    like(photo, bob);
    assertThat(groups.unread(reader)).isEqualTo(1);
    store.markRead(ann.id());
    assertThat(groups.unread(reader)).isZero();
    assertThat(groups().getFirst().seen()).isTrue();
    like(photo, cem);
    assertThat(groups.unread(reader)).isEqualTo(1);
    assertThat(groups().getFirst().seen()).isFalse();
  }

  @Test
  void lists_go_on_where_they_stopped() {
    store.add(new NotificationRow(ann.id(), NotificationKind.FRIEND_REQUEST, "", bob.id()), "");
    store.add(new NotificationRow(ann.id(), NotificationKind.FRIEND_ACCEPTED, "", bob.id()), "");
    store.add(new NotificationRow(ann.id(), NotificationKind.FRIEND_ACCEPTED, "", cem.id()), "");
    var first = groups.list(reader, 2, null);
    assertThat(first.items()).hasSize(2);
    assertThat(groups.list(reader, 2, first.next()).items())
        .extracting(Group::kind)
        .containsExactly("friend_request");
  }

  @Test
  void nothing_is_told_of_photos_and_people_that_the_reader_may_not_see() {
    String secret = database.photo(bob, "Sea", "friends");
    store.add(new NotificationRow(ann.id(), NotificationKind.MENTION, secret, bob.id()), "");
    assertThat(groups()).isEmpty();
    sql("INSERT INTO friendships VALUES (:ann, :bob, 1), (:bob, :ann, 1)");
    assertThat(groups()).hasSize(1);
    sql("INSERT INTO blocks VALUES (:bob, :ann, 1)");
    assertThat(groups()).isEmpty();
    assertThat(groups.unread(reader)).isZero();
  }

  @Test
  void what_is_taken_back_or_gone_is_forgotten() {
    String photo = database.photo(ann, "Sea", "public");
    like(photo, bob);
    like(photo, cem);
    store.takeBack(new NotificationRow(ann.id(), NotificationKind.PHOTO_LIKED, photo, bob.id()));
    assertThat(groups().getFirst().people()).isEqualTo(1);
    store.forget(photo);
    assertThat(groups()).isEmpty();
  }

  @Test
  void the_same_deed_noted_many_times_at_once_is_noted_once() {
    String photo = database.photo(ann, "Sea", "public");
    Callable<Void> like =
        () -> {
          like(photo, bob);
          return null;
        };
    var likes = AtOnce.all(Collections.nCopies(6, like));
    assertThat(AtOnce.failures(likes)).isEmpty();
    assertThat(groups()).extracting(Group::people).containsExactly(1L);
  }

  private void like(String photo, User by) {
    store.add(new NotificationRow(ann.id(), NotificationKind.PHOTO_LIKED, photo, by.id()), "");
  }

  private List<Group> groups() {
    return groups.list(reader, 10, null).items();
  }

  private void sql(String statement) {
    database
        .get(JdbcClient.class)
        .sql(statement)
        .param("ann", ann.id())
        .param("bob", bob.id())
        .update();
  }
}
