package lumina.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// What an instance may do on AWS: each deed and each thing by its name, and nothing else.
final class InstanceRole {
  private static final List<String> ITEM_DEEDS =
      Stream.of(
              "GetItem",
              "BatchGetItem",
              "Query",
              "PutItem",
              "UpdateItem",
              "DeleteItem",
              "BatchWriteItem",
              "ConditionCheckItem")
          .map(deed -> "dynamodb:" + deed)
          .toList();

  final Role role;

  InstanceRole(Construct scope) {
    role =
        Role.Builder.create(scope, "Role")
            .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
            .description("An instance of Lumina")
            .build();
  }

  void keepsImages(Bucket bucket) {
    may(
        List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject"),
        List.of(bucket.arnForObjects("*")));
  }

  void keepsItems(List<Table> tables) {
    may(
        ITEM_DEEDS,
        tables.stream()
            .flatMap(table -> Stream.of(table.getTableArn(), table.getTableArn() + "/index/*"))
            .toList());
  }

  void reads(List<String> secrets) {
    may(List.of("secretsmanager:GetSecretValue"), secrets);
  }

  void fetches(Asset program) {
    may(
        List.of("s3:GetObject"),
        List.of(program.getBucket().arnForObjects(program.getS3ObjectKey())));
  }

  void writes(LogGroup log) {
    may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn()));
  }

  private void may(List<String> deeds, List<String> things) {
    role.addToPolicy(PolicyStatement.Builder.create().actions(deeds).resources(things).build());
  }
}
