package lumina.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lumina.id.TimeOrderedId;
import lumina.photo.count.PhotoCounts;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItemRows;
import lumina.text.Reaction;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Library;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks the numbers that are counted ahead: likes, reactions and comments of each photo, photos
/// of each topic and month.
@Component
@ConditionalOnNotWebApplication
record CountInspection(Library library, PhotoCounts counts) implements Inspection {
  private static final String COMMENTS = "comment_count";
  private static final String LIKES = "likes";

  @Override
  public String subject() {
    return "counts";
  }

  @Override
  public void inspect(Findings findings) {
    for (long person : counts.wrong()) {
      findings.add(
          "The counts of photos by topic or month are wrong for %s."
              .formatted(person == 0 ? "everyone" : "person " + person),
          () -> {
            counts.recount(person);
            return !counts.wrong().contains(person);
          });
    }
    Map<String, Map<String, Long>> counted = count(findings);
    library
        .records(Entity.PHOTO_DETAILS)
        .each(page -> page.forEach(it -> inspectOne(it, counted, findings)));
  }

  private void inspectOne(
      EntityRecord photo, Map<String, Map<String, Long>> counted, Findings findings) {
    findings.read(
        "The counts of photo %s cannot be read".formatted(photo.optional("photo_id")),
        "restore its details from a backup",
        () -> inspect(photo, counted, findings));
  }

  /// The numbers that each photo should have, by photo id and field; zeros are left out.
  private Map<String, Map<String, Long>> count(Findings findings) {
    Map<String, Map<String, Long>> counted = new HashMap<>();
    library.records(Entity.COMMENTS).each(page -> page.forEach(it -> add(counted, it, COMMENTS)));
    library
        .records(Entity.LIKES)
        .each(
            page ->
                page.forEach(
                    it -> {
                      add(counted, it, LIKES);
                      Reaction reaction = reaction(it, findings);
                      if (reaction != Reaction.HEART) {
                        add(counted, it, PhotoItem.counted(reaction));
                      }
                    }));
    return counted;
  }

  private static Reaction reaction(EntityRecord like, Findings findings) {
    String stored = like.optional("reaction");
    if (stored != null && !stored.isEmpty() && Reaction.known(stored).isEmpty()) {
      findings.add(
          "The reaction of person %d to photo %s is unknown (%s) and counts as a heart: restore it from a backup, or use the version of Lumina that wrote it."
              .formatted(like.number("user_id"), like.text("photo_id"), stored));
    }
    return Reaction.stored(stored);
  }

  private static void add(Map<String, Map<String, Long>> counted, EntityRecord deed, String field) {
    counted
        .computeIfAbsent(deed.text("photo_id"), id -> new HashMap<>())
        .merge(field, 1L, Long::sum);
  }

  private void inspect(
      EntityRecord photo, Map<String, Map<String, Long>> counted, Findings findings) {
    String id = photo.text("photo_id");
    Map<String, Long> right = counted.getOrDefault(id, Map.of());
    Map<String, @Nullable Object> corrected = new LinkedHashMap<>(photo.values());
    PhotoItemRows.counts().forEach(field -> correct(corrected, photo, field, right));
    correct(corrected, photo, COMMENTS, right);
    if (!corrected.equals(photo.values())) {
      findings.addMendable(
          "Photo %s counts %s.".formatted(id, difference(photo, corrected)),
          () ->
              library
                  .records(Entity.PHOTO_DETAILS)
                  .update(List.of(new EntityRecord(Entity.PHOTO_DETAILS, corrected))));
    }
  }

  /// For people: `8 likes instead of 1, 5 fire reactions instead of 0`.
  private static String difference(EntityRecord photo, Map<String, @Nullable Object> corrected) {
    Map<String, String> words = new LinkedHashMap<>(Map.of(LIKES, LIKES, COMMENTS, "comments"));
    Reaction.others().forEach(it -> words.put(PhotoItem.counted(it), it.word() + " reactions"));
    return corrected.entrySet().stream()
        .filter(it -> !Objects.equals(it.getValue(), photo.values().get(it.getKey())))
        .map(
            it ->
                "%d %s instead of %s"
                    .formatted(photo.number(it.getKey()), words.get(it.getKey()), it.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// Photos of the application before Lumina may have more likes than people who are known.
  private static void correct(
      Map<String, @Nullable Object> corrected,
      EntityRecord photo,
      String field,
      Map<String, Long> right) {
    long is = photo.number(field);
    long should = right.getOrDefault(field, 0L);
    boolean old = field.equals(LIKES) && TimeOrderedId.millisOf(photo.text("photo_id")) < 0;
    if (old ? is < should : is != should) {
      corrected.put(field, should);
    }
  }
}
