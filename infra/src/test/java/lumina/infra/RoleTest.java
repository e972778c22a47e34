package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class RoleTest {
  private static final String ITEM_DEEDS =
      "[dynamodb:GetItem, dynamodb:BatchGetItem, dynamodb:Query, dynamodb:PutItem,"
          + " dynamodb:UpdateItem, dynamodb:DeleteItem, dynamodb:BatchWriteItem,"
          + " dynamodb:ConditionCheckItem]";

  /// That new instances say so to their own stack has been added by CDK.
  @Test
  void anInstanceMayDoExactlyThis() {
    assertThat(statements(Deployed.LARGE))
        .map(statement -> statement.replaceAll("(Exports|Outputs)\\w*?(Ref|GetAtt)", ""))
        .isEqualTo(List.of());
  }

  @Test
  void aSmallOneMayDoTheSameButForRedis() {
    assertThat(statements(Deployed.SMALL)).hasSameSizeAs(statements(Deployed.LARGE));
  }

  @Test
  void nobodyMayDoEverythingOrToEverything() {
    for (Thing policy : Deployed.all("IAM::Policy")) {
      for (Object statement : policy.list("PolicyDocument", "Statement")) {
        assertThat(several(Deployed.at(statement, "Action"))).noneMatch(deed -> deed.contains("*"));
        assertThat(several(Deployed.at(statement, "Resource"))).isNotEmpty().doesNotContain("*");
      }
    }
  }

  private static List<String> statements(Cloud cloud) {
    return Deployed.the(cloud, "IAM::Policy").list("PolicyDocument", "Statement").stream()
        .map(
            statement ->
                several(Deployed.at(statement, "Action"))
                    + " "
                    + several(Deployed.at(statement, "Resource")))
        .toList();
  }

  private static List<String> several(Object one) {
    return (one instanceof List<?> list ? list.stream() : Stream.of(one))
        .map(Deployed::text)
        .toList();
  }
}
