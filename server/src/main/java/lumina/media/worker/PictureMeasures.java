package lumina.media.worker;

import java.util.List;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import org.springframework.stereotype.Component;

/// Shows operators how many pictures are made, and how many wait.
@Component
record PictureMeasures(ImageEngine engine) implements Measured {
  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.gauge(
            "lumina.pictures.running",
            "Pictures that are being made",
            () -> engine.figure(WorkerPool::busy)),
        Measure.gauge(
            "lumina.pictures.waiting",
            "Pictures that wait for an image worker",
            () -> engine.figure(WorkerPool::waiting)),
        Measure.counter(
            "lumina.pictures",
            "Pictures that image workers have made, read or refused",
            () -> engine.figure(WorkerPool::made)),
        Measure.counter(
            "lumina.picture.workers.lost",
            "Image workers that crashed, or were killed, while they made a picture",
            () -> engine.figure(WorkerPool::lost)));
  }
}
