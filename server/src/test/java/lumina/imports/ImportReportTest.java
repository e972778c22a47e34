package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import lumina.imports.ImportReport.Line;
import lumina.imports.ImportReport.Outcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What somebody reads who waits for an import, and what is written for later.
class ImportReportTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StringWriter written = new StringWriter();
  private final List<String> said = new ArrayList<>();
  private final ImportReport report = new ImportReport(JSON, written, said::add);

  @Test
  void each_file_has_a_line_and_only_those_that_did_not_come_in_are_said() {
    report.write(new Line("a.jpg", Outcome.ADDED, "1", null));
    report.write(new Line("b.jpg", Outcome.HERE_ALREADY, "1", null));
    report.refused("c.txt", "It is no picture.");
    report.write(new Line("d.jpg.json", Outcome.NO_FILE, null, null));
    report.finish(false);
    assertThat(written.toString().lines())
        .containsExactly(
            "{\"file\":\"a.jpg\",\"outcome\":\"added\",\"photoId\":\"1\"}",
            "{\"file\":\"b.jpg\",\"outcome\":\"here_already\",\"photoId\":\"1\"}",
            "{\"file\":\"c.txt\",\"outcome\":\"not_read\",\"why\":\"It is no picture.\"}",
            "{\"file\":\"d.jpg.json\",\"outcome\":\"no_file\"}");
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).isEqualTo("  - c.txt: It is no picture.");
    assertThat(said.get(1)).isEqualTo("  - d.jpg.json: the photo that it describes is not there");
    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 1, 1, 1));
    assertThat(report.isIncomplete()).isFalse();
  }

  @Test
  void a_name_sends_no_commands_to_the_terminal() {
    report.refused("\u001b[2Jevil\n\u0007.jpg", "It is no picture.");
    assertThat(said).containsExactly("  - ?[2Jevil??.jpg: It is no picture.");
    assertThat(JSON.readTree(written.toString()).get("file").asString())
        .isEqualTo("\u001b[2Jevil\n\u0007.jpg");
  }

  @Test
  void of_many_files_that_did_not_come_in_a_hundred_are_said_and_all_are_written() {
    for (int i = 0; i < 105; i++) {
      report.refused(i + ".txt", "It is no picture.");
    }
    report.finish(true);
    assertThat(written.toString().lines()).hasSize(105);
    assertThat(said).hasSize(102);
    assertThat(said.get(99)).startsWith("  - 99.txt");
    assertThat(said.get(100)).isEqualTo("  - and 5 more: --report FILE names all");
    assertThat(said.get(101)).endsWith(". Nothing was changed.");
  }

  @Test
  void what_another_run_may_mend_is_asked_for() {
    report.failed("a.jpg", "the store is down");
    report.finish(false);
    assertThat(report.isIncomplete()).isTrue();
    assertThat(said).endsWith("Not everything could be imported: run it again.");
    assertThat(report.counts().notRead()).isEqualTo(1);
  }

  @Test
  void a_report_that_cannot_be_written_ends_the_import() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] from, int start, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    ImportReport unwritten = new ImportReport(JSON, full, said::add);
    assertThatThrownBy(() -> unwritten.refused("a.jpg", "It is no picture."))
        .isInstanceOf(UncheckedIOException.class);
  }
}
