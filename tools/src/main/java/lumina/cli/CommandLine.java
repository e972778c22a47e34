package lumina.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.imports.ImportArguments;

/// A parsed command line.
///
/// @param settings settings that the command requires; they override the environment
record CommandLine(String name, List<String> arguments, Map<String, String> settings) {
  static final String USAGE =
      """
      lumina adopt [--dry-run]
          converts the stores of the application before Lumina, without losing anything
      lumina move --to dynamodb|local [--dry-run]
          copies everything from the other backend to this one and compares both
      lumina password NAME
          sets a person's password, from the terminal or the first line of the input, and logs them
          out everywhere
      lumina rederive [--since-version VERSION]
          recreates the derived sizes of all photos and profile pictures, and stripped originals;
          with a version, only those photos whose sizes were made by that version of Lumina or a
          later one
      lumina import --user NAME [--audience private|friends|public] [--albums] [--report FILE] PATH…
          imports folders, zips and exports (Google Takeout, Instagram, Flickr, Lumina) into an account,
          nothing twice; a server may be running (docs/import.md)
      lumina backup PATH [--verify]
          copies the place to a folder, a .tar file or s3://bucket/prefix, while a server may be
          running; what is there already is not copied again, but read again with --verify
      lumina restore PATH
          restores a backup into an empty data folder
      lumina check [--repair]
          compares all stores with each other: rows, files, checksums, counts; with --repair, makes
          anew what follows from the rest (stop the server first, except in the cloud)
      lumina jobs [retry ID]
          lists the jobs that wait, run or have failed for good; or retries one at once

      lumina database-user
          as the administrator of MySQL, creates the user of the servers (DB_APP_USER,
          DB_APP_PASSWORD), whose rights are limited to their database

        --dry-run   reports what the command would do, and changes nothing

      All commands can be stopped and repeated. The settings are those of the server: docs/operations.md.
      """;
  private static final String DRY_RUN = "--dry-run";
  private static final String HANDS_OVER = "lumina.hands-over";
  private static final Map<String, String> OTHER = Map.of("dynamodb", "local", "local", "dynamodb");

  /// Changes neither tables nor other stores when the application starts.
  private static final Map<String, String> LOOK =
      Map.of("spring.flyway.enabled", "false", "storage.look-only", "true");

  private static final Map<String, String> BESIDE_A_SERVER =
      Map.of("spring.flyway.enabled", "false", "storage.look-only", "true", HANDS_OVER, "true");

  /// Parses the command line; empty if it is invalid.
  static Optional<CommandLine> of(String... words) {
    List<String> all = List.of(words);
    List<String> rest = all.stream().skip(1).filter(word -> !word.equals(DRY_RUN)).toList();
    return switch (all.getFirst()) {
      case "adopt" -> rest.isEmpty() ? adopt(all) : Optional.empty();
      case "move" -> move(all, rest);
      case "password" -> isNamed(all, 2) ? command(all, Map.of()) : Optional.empty();
      case "rederive" -> rederive(all);
      case "import" -> importing(all);
      case "backup" -> backup(all);
      case "restore" -> isNamed(all, 2) ? command(all, LOOK) : Optional.empty();
      case "check" -> check(all);
      case "jobs" -> jobs(all);
      case "database-user" -> all.size() == 1 ? databaseUser(all) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Whether there are so many words, of which the second is a name or a path, and not an option
  /// that nobody knows: a backup must not be made in a folder `--help`.
  private static boolean isNamed(List<String> all, int words) {
    return all.size() == words && !all.get(1).startsWith("--");
  }

  /// Flyway and the stores create missing tables and indexes at start-up, except with `--dry-run`.
  private static Optional<CommandLine> adopt(List<String> all) {
    String change = String.valueOf(!all.contains(DRY_RUN));
    return command(
        all,
        Map.of(
            "storage.adopt",
            "true",
            "storage.create",
            change,
            "spring.flyway.enabled",
            change,
            "storage.look-only",
            String.valueOf(all.contains(DRY_RUN))));
  }

  /// A transfer runs in the application of the source backend.
  private static Optional<CommandLine> move(List<String> all, List<String> rest) {
    return rest.size() == 2 && rest.getFirst().equals("--to") && OTHER.containsKey(rest.getLast())
        ? command(all, Map.of("storage.backend", OTHER.get(rest.getLast())))
        : Optional.empty();
  }

  private static Optional<CommandLine> rederive(List<String> all) {
    boolean since =
        all.size() == 3
            && all.get(1).equals("--since-version")
            && all.get(2).matches("\\d{1,4}(\\.\\d{1,4}){0,2}");
    return all.size() == 1 || since ? command(all, Map.of()) : Optional.empty();
  }

  /// If a server uses the data folder, the command asks it to import.
  private static Optional<CommandLine> importing(List<String> all) {
    return ImportArguments.of(all.subList(1, all.size())).isEmpty()
        ? Optional.empty()
        : command(all, Map.of(HANDS_OVER, "true"));
  }

  /// A server may use the data folder meanwhile.
  private static Optional<CommandLine> backup(List<String> all) {
    boolean verify = isNamed(all, 3) && all.getLast().equals("--verify");
    return isNamed(all, 2) || verify ? command(all, BESIDE_A_SERVER) : Optional.empty();
  }

  /// Only a repair writes, and needs the data folder for itself.
  private static Optional<CommandLine> check(List<String> all) {
    boolean repair = all.size() == 2 && all.getLast().equals("--repair");
    Map<String, String> beside = all.size() == 1 ? BESIDE_A_SERVER : LOOK;
    return all.size() == 1 || repair ? command(all, beside) : Optional.empty();
  }

  private static Optional<CommandLine> jobs(List<String> all) {
    boolean retry = all.size() == 3 && all.get(1).equals("retry");
    return all.size() == 1 || retry ? command(all, Map.of()) : Optional.empty();
  }

  /// It changes nothing but the users of MySQL.
  private static Optional<CommandLine> databaseUser(List<String> all) {
    return command(all, LOOK);
  }

  private static Optional<CommandLine> command(List<String> all, Map<String, String> settings) {
    return Optional.of(new CommandLine(all.getFirst(), all.subList(1, all.size()), settings));
  }
}
