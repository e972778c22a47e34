package lumina.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// What an instance may do on AWS: each action and each resource by name, nothing else.
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

  InstanceRole(Construct scope, String id, String description) {
    role =
        Role.Builder.create(scope, id)
            .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
            .description(description)
            .build();
  }

  void keepsImages(Bucket bucket) {
    may(
        List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject"),
        List.of(bucket.arnForObjects("*")));
  }

  /// A backup compares what is there already.
  void keepsBackups(Bucket bucket) {
    may(List.of("s3:ListBucket"), List.of(bucket.getBucketArn()));
    keepsImages(bucket);
  }

  /// Files with a narrower audience, and deleted ones.
  void allowInvalidation(Distribution front) {
    may(List.of("cloudfront:CreateInvalidation"), List.of(front.getDistributionArn()));
  }

  void keepsItems(List<ITable> tables) {
    may(
        ITEM_DEEDS,
        tables.stream()
            .flatMap(table -> Stream.of(table.getTableArn(), table.getTableArn() + "/index/*"))
            .toList());
  }

  void reads(List<String> secrets) {
    may(List.of("secretsmanager:GetSecretValue"), secrets);
  }

  void fetches(List<Asset> files) {
    may(
        List.of("s3:GetObject"),
        files.stream().map(it -> it.getBucket().arnForObjects(it.getS3ObjectKey())).toList());
  }

  /// The operator's machine scans whole tables and writes to those of the old application.
  void allowOperation(List<ITable> tables) {
    may(
        List.of(
            "dynamodb:Scan",
            "dynamodb:DescribeTable",
            "dynamodb:UpdateTable",
            "dynamodb:CreateTable"),
        tables.stream().map(ITable::getTableArn).toList());
  }

  /// Access through Systems Manager, whose actions cannot be limited to one resource.
  void allowSystemsManager() {
    may(
        List.of(
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel"),
        List.of("*"));
  }

  void saysThatItWorks(String stack) {
    may(List.of("cloudformation:SignalResource"), List.of(stack));
  }

  void writes(LogGroup log) {
    may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn()));
  }

  private void may(List<String> deeds, List<String> things) {
    role.addToPolicy(PolicyStatement.Builder.create().actions(deeds).resources(things).build());
  }
}
