package lumina.check;

import java.io.IOException;
import java.util.List;
import lumina.blob.BlobStore;
import lumina.media.video.VideoEngine;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoKeys;
import lumina.upload.PhotoRederivation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Makes the files anew that are made from an original.
@Component
@ConditionalOnNotWebApplication
record PhotoRepair(
    PhotoRows rows,
    BlobStore blobs,
    DerivedFiles derived,
    PhotoRederivation rederivation,
    VideoEngine videos) {

  /// Clears the places of the files, as far as they can be cleared: a folder may be there.
  ///
  /// A file that browsers play, lost or damaged, is not missed any more: servers encode it again.
  boolean did(IndexEntry photo, PhotoFaults faults) throws IOException, Findings.NotMendable {
    String video = PhotoKeys.video(photo.photoId());
    blobs.delete(faults.places());
    if (faults.has(video) && videos.transcodes()) {
      blobs.delete(List.of(video)); // else it is kept, as if it had been encoded before
    }
    if (!rederivation.rederive(photo.photoId())) {
      return false;
    }
    List<PhotoRows.Row> now = rows.among(List.of(photo.photoId()));
    PhotoFaults left = now.isEmpty() ? PhotoFaults.NONE : derived.faults(now.getFirst().entry());
    if (!videos.transcodes() && left.areOnlyOf(video)) {
      throw new Findings.NotMendable("the video cannot be encoded while TRANSCODE is off");
    }
    return left.areNone();
  }
}
