import ArgumentParser
import Datasets
import Experiments
import Training

/// Changes to an experiment that every command takes.
struct ChangeOptions: ParsableArguments {
  @Option(help: "The seed of weights, data and order.")
  var seed: UInt64?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Change a setting of the demo, such as optimizer.rate=0.1.", valueName: "key=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("A file with the rows of the test part: --set data.test=FILE.", valueName: "file"))
  var test: String?

  /// All changes, as `--set` has them.
  var assignments: [String] { self.set + (test.map { ["data.test=\($0)"] } ?? []) }
}

/// What to run, and from which weights.
struct SourceOptions: ParsableArguments {
  static let sourceHelp: ArgumentHelp =
    "A demo's name, a demo file (.yaml), or a data file (a table, IDX, NumPy; - for standard input)."

  @Argument(help: sourceHelp)
  var source: String

  @OptionGroup var changes: ChangeOptions

  @Option(help: ArgumentHelp("Begin with the weights of a safetensors file.", valueName: "file"))
  var load: String?

  /// The experiment with its data.
  func opening() throws(Mistake) -> OpenedExperiment {
    try changes.open(source)
  }

  /// The experiment and a trainer that has not begun.
  ///
  /// - Parameter lack: what another kind of network has not, such as `no rows`.
  func open(else lack: String) throws(Mistake) -> (experiment: Experiment, trainer: Trainer, dataset: Dataset) {
    let opened = try opening()
    guard opened.experiment.kind == .feedforward else { throw Mistake(.notFor(lack, opened.experiment.kind)) }
    return try trainer(of: opened)
  }

  /// The trainer of a feedforward network that has not begun.
  func trainer(
    of opened: OpenedExperiment
  ) throws(Mistake) -> (experiment: Experiment, trainer: Trainer, dataset: Dataset) {
    guard let data = opened.data else { throw Mistake(.notFor("no rows of data", opened.experiment.kind)) }
    var trainer = opened.experiment.trainer(for: data)
    if let load {
      let read = try WeightsFile.readMapped(load, layout: trainer.network.layout)
      if let remark = read.remark { Failure.say("descent: \(load.printable): \(remark)") }
      trainer.set(parameters: read.parameters)
    }
    return (opened.experiment, trainer, opened.dataset)
  }
}
