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

  /// The experiment and a trainer that has not begun.
  func open() throws(Mistake) -> (experiment: Experiment, trainer: Trainer, dataset: Dataset) {
    let opened = try changes.open(source)
    var trainer = opened.experiment.trainer(for: opened.data)
    if let load {
      let read = try WeightsFile.readMapped(load, layout: trainer.network.layout)
      if let remark = read.remark { Failure.say("descent: \(load.printable): \(remark)") }
      trainer.set(parameters: read.parameters)
    }
    return (opened.experiment, trainer, opened.dataset)
  }
}
