package lumina.adopt;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.comment.DynamoComment;
import lumina.photo.detail.DynamoPhoto;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Adopts comments of the old application: rewrites their attributes to the current names and
/// types, and moves comments of the same millisecond apart by one, since a cursor holds a time.
@Component
@CloudBackend
class DynamoLegacyComments {
  private final DynamoRewriting rewriting;
  private final DynamoTables tables;

  DynamoLegacyComments(DynamoRewriting rewriting, DynamoTables tables) {
    this.rewriting = rewriting;
    this.tables = tables;
  }

  /// Reports what an adoption would decide.
  void foresee(String photoId, long photoTime, AdoptionReport report) {
    for (DynamoDatedItem comment : comments(photoId, photoTime)) {
      report.count("comments");
      comment.report("comment", report);
    }
  }

  private List<DynamoDatedItem> comments(String photoId, long photoTime) {
    return DynamoDatedItem.inOrder(
        rewriting.partition(tables.comments(), DynamoPhoto.partition(photoId), "COMMENT#"),
        "comment_id",
        photoTime);
  }

  /// @param photoTime for comments without a known time
  /// @return the attributes of the photo that describe its comments
  Map<String, AttributeValue> adopt(String photoId, long photoTime, AdoptionReport report) {
    List<DynamoDatedItem> comments = comments(photoId, photoTime);
    Map<String, AttributeValue> about = new HashMap<>(Map.of("comment_count", n(comments.size())));
    long time = 0;
    for (DynamoDatedItem comment : comments) {
      time = Math.max(comment.time(), time + 1);
      comment.report("comment", report);
      Map<String, AttributeValue> remark = remark(comment, time);
      if (rewrite(photoId, comment, time, remark)) {
        report.count("comments converted to the current format");
      }
      about.put("latest_comment", AttributeValue.fromM(remark));
      about.put("last_comment_at", n(time));
      report.count("comments");
    }
    return about;
  }

  private boolean rewrite(
      String photoId, DynamoDatedItem comment, long time, Map<String, AttributeValue> remark) {
    Map<String, AttributeValue> attributes = new HashMap<>(remark);
    attributes.putAll(comment.oldTime());
    attributes.put("photo_id", s(photoId));
    attributes.put("username", s(comment.item().text("username").orElse("")));
    DynamoKey key = DynamoComment.key(photoId, time, comment.id());
    return rewriting.rewrite(tables.comments(), comment.item(), key, attributes);
  }

  private static Map<String, AttributeValue> remark(DynamoDatedItem comment, long time) {
    DynamoFields item = comment.item();
    return DynamoComment.remark(
        comment.id(), item.number("user_id"), item.text("text").orElse(""), time);
  }
}
