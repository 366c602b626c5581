import ArgumentParser
import Datasets
import Experiments
import Training

/// Prints the rows as the network receives them, or what is known of the file.
struct DataRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Print the rows as the network receives them: scaled, engineered and coded (CSV).")

  @OptionGroup var source: SourceOptions

  @Flag(
    help: "Tell how the file is understood instead: the label, every column with its role and the reason, the rows.")
  var describe = false

  @Flag(help: "With --describe: print JSON.")
  var json = false

  mutating func validate() throws {
    if json, !describe { throw ValidationError("--json goes with --describe") }
  }

  func run() throws {
    if describe {
      let opened = try source.changes.open(source.source)
      guard let table = opened.dataset.table else { throw ValidationError("--describe is for data from files") }
      return try Output.write(json ? table.json + "\n" : table.text)
    }
    try printRows(try source.open(else: "no rows of data").trainer.data)
  }

  private func printRows(_ data: LearningData) throws {
    let names =
      (1...data.training.inputs.columns).map { "x\($0)" } + (1...data.training.targets.columns).map { "y\($0)" }
    var output = Output()
    try output.append("split,\(names.joined(separator: ","))\n")
    let measured = data.testIsValidation ? "validation" : "test"
    for (name, samples) in [("train", data.training), (measured, data.test)] {
      for row in 0..<samples.count {
        let numbers = samples.inputs.row(row) + samples.targets.row(row)
        try output.append("\(name),\(numbers.map { "\($0)" }.joined(separator: ","))\n")
      }
    }
    try output.flush()
  }
}
