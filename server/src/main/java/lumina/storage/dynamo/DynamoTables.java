package lumina.storage.dynamo;

import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import java.util.List;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.DynamoTable.Index;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The names of the tables of docs/dynamodb.md on this installation.
@Component
@CloudBackend
public record DynamoTables(
    @Value("${storage.dynamodb.photos}") String photos,
    @Value("${storage.dynamodb.comments}") String comments,
    @Value("${storage.dynamodb.messages}") String messages) {
  List<DynamoTable> all() {
    return List.of(
        new DynamoTable(
            photos,
            List.of(
                new Index("likes_by_photo", "liked_photo", S, "like_order"),
                new Index("likes_by_person", "liker_id", N, "like_order"))),
        new DynamoTable(
            comments, List.of(new Index("comments_by_person", "user_id", N, "created_at"))),
        new DynamoTable(
            messages,
            List.of(
                new Index("messages_by_id", "message_id", S, null),
                new Index("conversations_by_last", "owner_id", N, "last_order"))));
  }
}
