package lumina.upload.tus;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer.Person;
import lumina.upload.UploadLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Resumable uploads by the protocol tus 1.0.0. Whoever has the photo's id, in `Lumina-Photo-Id`,
/// is done; or that of the import, in `Lumina-Import-Id`.
@RestController
@RequestMapping("/api/tus")
class TusController {
  private static final String PHOTO_ID = "Lumina-Photo-Id";
  private static final String IMPORT_ID = "Lumina-Import-Id";

  private final TusUploads uploads;
  private final long maxMb;

  TusController(TusUploads uploads, UploadLimits limits) {
    this.uploads = uploads;
    maxMb = limits.anyMb();
  }

  /// Says what of the protocol is supported.
  @RequestMapping(method = RequestMethod.OPTIONS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void describeUploads(HttpServletResponse response) {
    response.setHeader("Tus-Resumable", TusRequest.VERSION);
    response.setHeader("Tus-Version", TusRequest.VERSION);
    response.setHeader(
        "Tus-Extension", "creation,creation-with-upload,expiration,checksum,termination");
    response.setHeader("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS);
    response.setHeader("Tus-Max-Size", Long.toString(maxMb << 20));
  }

  /// Creates an upload, which may have its first bytes with it, or all.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  void createUpload(Person viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TusRequest tus = new TusRequest(request, response);
    long size = tus.size();
    if (tus.hasBytes()) {
      tus.requireBytes();
    }
    Upload upload = uploads.create(viewer, size, tus.metadata());
    response.setHeader(HttpHeaders.LOCATION, "/api/tus/" + upload.uploadId());
    describe(upload, response);
    if (tus.hasBytes()) {
      describe(uploads.append(viewer, upload.uploadId(), tus.firstBytes()), response);
    }
  }

  /// Says how much of a file has arrived.
  @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
  void readUpload(
      Person viewer,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    var _ = new TusRequest(request, response);
    Upload upload = uploads.find(viewer, id);
    response.setHeader("Upload-Length", Long.toString(upload.size()));
    if (!upload.metadata().isEmpty()) {
      response.setHeader("Upload-Metadata", upload.metadata());
    }
    describe(upload, response);
  }

  /// Adds bytes at the end of what has arrived. The last ones make the photo, or give the zip to
  /// its import.
  @PatchMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void continueUpload(
      Person viewer,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TusRequest tus = new TusRequest(request, response);
    describe(uploads.append(viewer, id, tus.bytes()), response);
  }

  /// Ends an upload and deletes what has arrived. A photo that was made of it stays.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endUpload(
      Person viewer,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    var _ = new TusRequest(request, response);
    uploads.delete(viewer, id);
  }

  private static void describe(Upload upload, HttpServletResponse response) {
    response.setHeader("Upload-Offset", Long.toString(upload.received()));
    response.setDateHeader("Upload-Expires", upload.expiresAt());
    if (upload.photoId() != null) {
      response.setHeader(PHOTO_ID, upload.photoId());
    } else if (upload.settled()) {
      response.setHeader(IMPORT_ID, UploadMetadata.of(upload.metadata()).importId());
    }
  }
}
