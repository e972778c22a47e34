package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class RoleTest {
  /// CDK adds the right of a new instance to signal success to its own stack.
  @Test
  void anInstanceMayDoExactlyThis() {
    assertThat(statements(Deployed.LARGE))
        .containsExactly(
            "s3:PutObject s3:GetObject s3:DeleteObject on {LuminaImages:PhotosArn}/*",
            "cloudfront:CreateInvalidation on arn:{AWS::Partition}:cloudfront::{AWS::AccountId}"
                + ":distribution/{LuminaImages:Front}",
            "dynamodb:GetItem dynamodb:BatchGetItem dynamodb:Query dynamodb:PutItem"
                + " dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem"
                + " dynamodb:ConditionCheckItem on"
                + " {LuminaTables:luminaphotosArn} {LuminaTables:luminaphotosArn}/index/*"
                + " {LuminaTables:luminacommentsArn} {LuminaTables:luminacommentsArn}/index/*"
                + " {LuminaTables:luminamessagesArn} {LuminaTables:luminamessagesArn}/index/*",
            "secretsmanager:GetSecretValue on {LuminaDatabase:User} "
                + Deployed.CDN_SECRET
                + " {LuminaCache:Token}",
            "s3:GetObject on arn:{AWS::Partition}:s3:::"
                + "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/program.jar"
                + " arn:{AWS::Partition}:s3:::"
                + "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/authorities.pem",
            "logs:CreateLogStream logs:PutLogEvents on {LogArn}",
            "cloudformation:SignalResource on {AWS::StackId}");
  }

  @Test
  void aSmallOneMayDoTheSameButForRedis() {
    assertThat(statements(Deployed.SMALL))
        .isEqualTo(
            statements(Deployed.LARGE).stream()
                .map(s -> s.replace(" {LuminaCache:Token}", ""))
                .toList());
  }

  @Test
  void nobodyMayDoEverythingOrToEverything() {
    for (Thing policy : Deployed.all("IAM::Policy")) {
      for (Object statement : policy.list("PolicyDocument", "Statement")) {
        assertThat(texts(statement, "Action")).isNotEmpty().noneMatch(deed -> deed.contains("*"));
        if (!texts(statement, "Action").stream().allMatch(deed -> deed.startsWith("ssm"))) {
          assertThat(texts(statement, "Resource")).isNotEmpty().doesNotContain("*");
        }
      }
    }
  }

  @Test
  void rolesComeWithNothingReadyMade() {
    for (Thing role : Deployed.all("IAM::Role")) {
      assertThat(role.at("ManagedPolicyArns")).isNull();
      assertThat(role.at("Policies")).isNull();
      assertThat(role.at("AssumeRolePolicyDocument", "Statement", 0, "Principal"))
          .isEqualTo(Map.of("Service", "ec2.amazonaws.com"));
    }
    assertThat(Deployed.every("IAM::ManagedPolicy")).isEmpty();
    assertThat(Deployed.every("IAM::User")).isEmpty();
  }

  private static List<String> statements(Cloud cloud) {
    return Deployed.all("IAM::Policy").stream()
        .filter(policy -> policy.cloud() == cloud && policy.id().startsWith("RoleDefault"))
        .flatMap(policy -> policy.list("PolicyDocument", "Statement").stream())
        .map(s -> sentence(texts(s, "Action")) + " on " + sentence(texts(s, "Resource")))
        .toList();
  }

  /// Removes the suffixes that CDK adds: `ExportsOutputRefToken573D36D8C2BADCE7` becomes `Token`.
  private static String sentence(List<String> texts) {
    return String.join(" ", texts)
        .replaceAll("ExportsOutput(Ref|FnGetAtt)", "")
        .replaceAll("[0-9a-f]{64}\\.txt", "program.jar")
        .replaceAll("[0-9a-f]{64}\\.pem", "authorities.pem")
        .replaceAll("[0-9A-F]{8}(?=Arn|[0-9A-F]{8}|})", "");
  }

  private static List<String> texts(Object statement, String name) {
    return Deployed.list(statement, name).stream().map(Deployed::text).toList();
  }
}
