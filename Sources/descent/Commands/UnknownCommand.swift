import ArgumentParser
import Datasets
import Experiments

/// A word where a command was expected, followed by more, that is neither a command nor anything to open.
struct UnknownCommand: Error, CustomStringConvertible {
  let name: String

  var description: String { "there is no command \"\(name.printable)\"" }
  var hint: String? { Names.hint(for: name, among: Descent.commandNames) }
}

extension Descent {
  static let commandNames = configuration.subcommands.map { $0._commandName }

  /// The command that the arguments of the program ask for.
  static func parseCommand() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      return try parseAsRoot()
    } catch {
      if let name = arguments.first, arguments.count > 1, exitCode(for: error) != .success, !name.hasPrefix("-"),
        !(commandNames + ["help"]).contains(name), (try? Experiment.load(source: name)) == nil
      {
        throw UnknownCommand(name: name)
      }
      throw error
    }
  }
}
