package lumina.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lumina.http.problem.Problem;
import lumina.media.ImageFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Says how large uploaded files may be: videos larger than pictures.
@Component
public class UploadLimits {
  private final long maxUploadMb;
  private final long maxVideoMb;

  UploadLimits(
      @Value("${lumina.max-upload-mb}") long maxUploadMb,
      @Value("${lumina.max-video-mb}") long maxVideoMb) {
    this.maxUploadMb = maxUploadMb;
    this.maxVideoMb = Math.max(maxUploadMb, maxVideoMb);
  }

  /// The limit in megabytes for a file whose kind is not known yet.
  public long anyMb() {
    return maxVideoMb;
  }

  /// @throws Problem.TooLarge if a file is larger than one of its kind may be
  public void require(Path file) throws IOException {
    boolean video = ImageFormat.of(file).filter(ImageFormat::isVideo).isPresent();
    long maxMb = video ? maxVideoMb : maxUploadMb;
    if (Files.size(file) > maxMb << 20) {
      throw Problem.TooLarge.file(maxMb);
    }
  }
}
