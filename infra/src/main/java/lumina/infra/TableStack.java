package lumina.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/// The three DynamoDB tables; `docs/dynamodb.md` describes their items.
final class TableStack extends Stack {
  final Table photos = table("lumina_photos");
  final Table comments = table("lumina_comments");
  final Table messages = table("lumina_messages");

  TableStack(Construct scope) {
    super(scope, "LuminaTables");
    index(photos, "likes_by_photo", text("liked_photo"), number("like_order"));
    index(photos, "likes_by_person", number("liker_id"), number("like_order"));
    index(comments, "comments_by_person", number("user_id"), number("created_at"));
    index(messages, "messages_by_id", text("message_id"));
    index(messages, "conversations_by_last", number("owner_id"), number("last_order"));
  }

  List<Table> all() {
    return List.of(photos, comments, messages);
  }

  private Table table(String name) {
    return Table.Builder.create(this, name)
        .tableName(name)
        .partitionKey(text("PK"))
        .sortKey(text("SK"))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
        .encryption(TableEncryption.AWS_MANAGED)
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static void index(Table table, String name, Attribute partition, Attribute... sort) {
    table.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(name)
            .partitionKey(partition)
            .sortKey(sort.length == 0 ? null : sort[0])
            .projectionType(ProjectionType.ALL)
            .build());
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private static Attribute number(String name) {
    return Attribute.builder().name(name).type(AttributeType.NUMBER).build();
  }
}
