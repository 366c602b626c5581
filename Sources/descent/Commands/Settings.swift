import ArgumentParser
import Experiments

/// Lists the settings.
struct Settings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every setting: its key, values, default and meaning.")

  @Flag(help: "Print an array in JSON.")
  var json = false

  func run() throws { try Output.write(json ? Setting.json : Setting.manual) }
}

/// Prints the schema of demo files.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of demo files, for editors.",
    discussion:
      "A demo file that begins with `# yaml-language-server: $schema=demo.schema.json` is completed and checked.")

  func run() throws { try Output.write(Setting.schema) }
}
