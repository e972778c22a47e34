package lumina.backend;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the tables of docs/dynamodb.md are called here.
@Component
@CloudBackend
public record DynamoTables(
    @Value("${storage.dynamodb.photos}") String photos,
    @Value("${storage.dynamodb.comments}") String comments,
    @Value("${storage.dynamodb.messages}") String messages) {}
