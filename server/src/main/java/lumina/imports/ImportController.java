package lumina.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.blob.Blob;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Imports zips: a page begins an import, sends its files, starts it, and looks how far it is.
@RestController
@RequestMapping("/api/imports")
class ImportController {
  /// @param audience of the photos; the default is private
  /// @param albums whether the names of plain folders become albums; the default is false
  record BeginImportRequest(@Nullable String audience, @Nullable Boolean albums) {}

  /// @param files the number of zips that have arrived
  /// @param createdAt in milliseconds since 1970
  record ImportProgress(
      String importId,
      ImportState state,
      Audience audience,
      boolean albums,
      int files,
      ImportCounts counts,
      long createdAt) {
    static ImportProgress of(PageImport one) {
      return new ImportProgress(
          one.importId(),
          one.state(),
          one.audience(),
          one.albums(),
          one.files(),
          one.counts(),
          one.createdAt());
    }
  }

  private final PageImports imports;

  ImportController(PageImports imports) {
    this.imports = imports;
  }

  /// Begins an import.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ImportProgress beginImport(Person viewer, @RequestBody BeginImportRequest asked) {
    Audience audience = Audience.named(asked.audience(), Audience.PRIVATE);
    return ImportProgress.of(imports.begin(viewer, audience, Boolean.TRUE.equals(asked.albums())));
  }

  /// Lists my imports of the last week, newest first.
  @GetMapping
  List<ImportProgress> listImports(Person viewer) {
    return imports.list(viewer).stream().map(ImportProgress::of).toList();
  }

  /// Says how far an import is.
  @GetMapping("/{id}")
  ImportProgress readImport(Person viewer, @PathVariable String id) {
    return ImportProgress.of(imports.find(viewer, id));
  }

  /// Sends a zip of an import, the first with the number 0. Sent again, it replaces the first one.
  ///
  /// A large one is better sent to `/api/tus`, with `import` and `number` in its metadata: then it
  /// goes on after an interruption.
  @PutMapping(path = "/{id}/files/{number}", consumes = "application/zip")
  ImportProgress sendImportFile(
      Person viewer, @PathVariable String id, @PathVariable int number, HttpServletRequest request)
      throws IOException {
    try (InputStream bytes = request.getInputStream()) {
      imports.receive(viewer, id, number, request.getContentLengthLong(), bytes);
    }
    return readImport(viewer, id);
  }

  /// Starts an import whose files have arrived.
  @PostMapping("/{id}/start")
  ImportProgress startImport(Person viewer, @PathVariable String id) {
    imports.start(viewer, id);
    return readImport(viewer, id);
  }

  /// Forgets an import that is not under way. Its photos stay.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetImport(Person viewer, @PathVariable String id) {
    imports.forget(viewer, id);
  }

  /// Says what became of each file, as one JSON on each line, when the import is done.
  @GetMapping("/{id}/report")
  void downloadImportReport(Person viewer, @PathVariable String id, HttpServletResponse response)
      throws IOException {
    try (Blob report =
            imports
                .report(imports.find(viewer, id))
                .orElseThrow(() -> new Problem.NotFound("report"));
        InputStream lines = report.bytes()) {
      response.setContentType("text/plain;charset=UTF-8");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lumina-import.jsonl\"");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
      lines.transferTo(response.getOutputStream());
    }
  }
}
