package lumina.infra.construct;

import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.MachineImageConfig;
import software.amazon.awscdk.services.ec2.OperatingSystemType;
import software.amazon.awscdk.services.ec2.UserData;
import software.constructs.Construct;

/// A machine image by its id, in whichever region the stack is.
public final class FixedImage implements IMachineImage {
  private final String id;

  public FixedImage(String id) {
    this.id = id;
  }

  @Override
  public MachineImageConfig getImage(Construct scope) {
    return MachineImageConfig.builder()
        .imageId(id)
        .osType(OperatingSystemType.LINUX)
        .userData(UserData.forLinux())
        .build();
  }
}
