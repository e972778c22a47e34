package lumina.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import lumina.infra.config.OneServerConfig;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MultipartBody;
import software.amazon.awscdk.services.ec2.MultipartBodyOptions;
import software.amazon.awscdk.services.ec2.MultipartUserData;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.s3.assets.Asset;

/// The script that runs at each start of the machine of size `one`, and the settings of Lumina. It
/// holds no secret.
final class OneServerStart {
  /// Without it, a script runs at the first start only, and a deployment changed nothing.
  private static final String EACH_TIME =
      """
      #cloud-config
      cloud_final_modules:
      - [scripts-user, always]
      """;

  final MultipartUserData data = new MultipartUserData();
  private final UserData script = UserData.forLinux();
  private final String region;
  private final OneServerConfig config;
  private final Asset deb;

  OneServerStart(Stack stack, OneServerConfig config, Asset deb) {
    region = stack.getRegion();
    this.config = config;
    this.deb = deb;
    data.addPart(
        MultipartBody.fromRawBody(
            MultipartBodyOptions.builder()
                .contentType("text/cloud-config")
                .body(EACH_TIME)
                .build()));
    data.addUserDataPart(script, MultipartBody.SHELL_SCRIPT, true);
  }

  void write(String disk, String network, String backups) {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("AWS_REGION", region);
    machine.put("LUMINA_DISK", disk);
    machine.put("LUMINA_PACKAGE", deb.getS3ObjectUrl());
    machine.put("LUMINA_CHECKSUM", config.checksum());
    script.addCommands(
        "set -euo pipefail",
        InstanceStart.file("/etc/lumina-machine", 644, InstanceStart.lines(machine, Map.of())),
        InstanceStart.file(
            "/etc/lumina-settings", 644, InstanceStart.lines(settings(network, backups), Map.of())),
        InstanceStart.resource("one-server.sh"));
  }

  /// Without a domain of its own, the place has the name that CloudFront will give it, and only
  /// CloudFront can send another.
  private Map<String, String> settings(String network, String backups) {
    Map<String, String> settings = new LinkedHashMap<>();
    config
        .domain()
        .ifPresentOrElse(
            own -> settings.put("PUBLIC_URL", "https://" + own.name()),
            () -> settings.put("ALLOWED_HOSTS", "*"));
    settings.put("LISTEN", "0.0.0.0");
    settings.put("PORT", String.valueOf(NetworkStack.APP_PORT));
    settings.putAll(InstanceStart.proxy(network));
    settings.put("AWS_REGION", region);
    settings.put("BACKUP_TO", "s3://" + backups + "/lumina");
    return settings;
  }
}
