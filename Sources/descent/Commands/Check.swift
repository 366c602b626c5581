import ArgumentParser
import Experiments

/// Checks a demo file.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a demo file and print every mistake with line and column.")

  @Argument(help: "A demo file (.yaml).")
  var file: String

  func run() throws {
    let mistakes = try Experiment.mistakes(inFile: file)
    for mistake in mistakes { Failure.report(mistake) }
    if !mistakes.isEmpty { throw ExitCode(Failure.badInput) }
  }
}
