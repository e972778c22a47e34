package lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import lumina.access.Audience;
import lumina.access.OpenToAll;
import lumina.media.ImageSize;
import lumina.storage.cdn.Cdn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CdnImageAddressesTest {
  private static final Instant MORNING = Instant.parse("2026-11-25T06:00:00Z");
  private static final Cdn SIGNING = new Cdn("https://cdn.example.org", "K123", CdnPem.newKey());
  private static final OpenToAll OPEN_TO_ALL = new OpenToAll(false);
  private static final Cdn OPEN = new Cdn("https://cdn.example.org", "", "");

  private static String address(Cdn cdn, Audience audience, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new CdnImageAddresses(cdn, clock, OPEN_TO_ALL).of("17", audience, 3, ImageSize.THUMB);
  }

  private static Duration life(Audience audience, Instant now) {
    String address = address(SIGNING, audience, now);
    assertThat(address).startsWith("https://cdn.example.org/photos/17_thumb.jpg?v=3&Expires=");
    String until = address.replaceFirst(".*Expires=(\\d+)&.*", "$1");
    return Duration.between(now, Instant.ofEpochSecond(Long.parseLong(until)));
  }

  @Test
  void of_a_public_photo_is_the_same_for_ten_minutes_and_good_for_ten_more() {
    String morning = address(SIGNING, Audience.PUBLIC, MORNING);
    assertThat(address(SIGNING, Audience.PUBLIC, MORNING.plus(Duration.ofMinutes(9))))
        .isEqualTo(morning);
    assertThat(address(SIGNING, Audience.PUBLIC, MORNING.plus(Duration.ofMinutes(10))))
        .isNotEqualTo(morning);
    for (int minute = 0; minute < 24; minute++) {
      assertThat(life(Audience.PUBLIC, MORNING.plus(Duration.ofMinutes(minute))))
          .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FRIENDS", "PRIVATE"})
  void of_any_other_is_over_within_five_minutes_and_good_for_two(Audience audience) {
    for (int second = 0; second < 300; second += 7) {
      assertThat(life(audience, MORNING.plusSeconds(second)))
          .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
    }
    assertThat(address(SIGNING, audience, MORNING.plusSeconds(149)))
        .isEqualTo(address(SIGNING, audience, MORNING));
  }

  @Test
  void where_only_members_see_anything_a_public_photo_is_treated_like_any_other() {
    Clock clock = Clock.fixed(MORNING, ZoneOffset.UTC);
    OpenToAll members = new OpenToAll(true);
    assertThat(
            new CdnImageAddresses(SIGNING, clock, members)
                .of("17", Audience.PUBLIC, 3, ImageSize.THUMB))
        .isEqualTo(address(SIGNING, Audience.FRIENDS, MORNING));
    assertThat(
            new CdnImageAddresses(OPEN, clock, members)
                .of("17", Audience.PUBLIC, 3, ImageSize.THUMB))
        .startsWith("/api/photos/17/");
  }

  @Test
  void without_a_key_only_public_photos_are_at_the_cdn() {
    assertThat(address(OPEN, Audience.PUBLIC, MORNING))
        .isEqualTo("https://cdn.example.org/photos/17_thumb.jpg?v=3");
    for (Audience audience : new Audience[] {Audience.FRIENDS, Audience.PRIVATE}) {
      assertThat(address(OPEN, audience, MORNING)).isEqualTo("/api/photos/17/image/thumb?v=3");
    }
  }

  @Test
  void without_a_cdn_all_are_at_lumina() {
    assertThat(address(new Cdn("", "", ""), Audience.PUBLIC, MORNING))
        .isEqualTo("/api/photos/17/image/thumb?v=3");
  }
}
