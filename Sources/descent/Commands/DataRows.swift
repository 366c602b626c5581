import ArgumentParser
import Datasets
import Experiments

/// Prints the rows as the network receives them.
struct DataRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Print the rows as the network receives them: scaled, engineered and coded (CSV).")

  @OptionGroup var source: SourceOptions

  func run() throws {
    let data = try source.open().trainer.data
    let names =
      (1...data.training.inputs.columns).map { "x\($0)" } + (1...data.training.targets.columns).map { "y\($0)" }
    var output = Output()
    try output.append("split,\(names.joined(separator: ","))\n")
    for (name, samples) in [("train", data.training), ("test", data.test)] {
      for row in 0..<samples.count {
        let numbers = samples.inputs.row(row) + samples.targets.row(row)
        try output.append("\(name),\(numbers.map { "\($0)" }.joined(separator: ","))\n")
      }
    }
    try output.flush()
  }
}
