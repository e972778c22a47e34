package lumina.backup;

import java.util.List;
import lumina.command.Command;
import lumina.storage.CloudBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The commands `backup` and `restore` in the cloud, where each store has a backup of its own: says
/// what these cover.
@Component("backup")
@CloudBackend
@ConditionalOnNotWebApplication
class CloudBackup implements Command {
  private static final String COVERED =
      """
      Nothing was copied: in the cloud each store keeps its own backup (docs/operations.md).
        MySQL     snapshots and point-in-time recovery of RDS, if its backup retention is not 0
        DynamoDB  point-in-time recovery of the three tables, 35 days, if it is turned on
        S3        versions of deleted and replaced files, if the bucket keeps versions
      Not covered: the loss of the AWS account or of the region; files that were deleted longer ago
      than the bucket keeps versions; a common moment of all three, which a restore has to choose.
      For a copy elsewhere, run bin/lumina move --to local now and then, and back that up.
      bin/lumina check compares the stores.
      """;

  @Override
  public int run(List<String> arguments) {
    System.out.print(COVERED);
    return 1;
  }
}
