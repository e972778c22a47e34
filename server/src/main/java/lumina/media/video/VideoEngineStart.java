package lumina.media.video;

import java.time.Clock;
import lumina.media.ffmpeg.Ffmpeg;
import lumina.media.worker.ImageEngine;
import lumina.storage.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the video engine, which unpacks its programs when the first video arrives.
@Configuration(proxyBeanMethods = false)
class VideoEngineStart {
  @Bean
  VideoEngine videoEngine(
      DataFolder folder,
      ImageEngine images,
      @Value("${lumina.transcode}") String transcode,
      Clock clock) {
    return new VideoEngine(
        new Ffmpeg(folder.cache()), images, !transcode.equalsIgnoreCase("off"), clock);
  }
}
