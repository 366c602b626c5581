import ArgumentParser
import Experiments
import Session
import Training
import Visualizer

/// Trains without a screen.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train without a screen, and say what came of it.",
    discussion: "Without --epochs and --updates, 100 epochs. With both, whichever ends first.")

  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("Train so many epochs.", valueName: "n"))
  var epochs: Int?

  @Option(help: ArgumentHelp("Train so many updates.", valueName: "n"))
  var updates: Int?

  @Option(
    help: ArgumentHelp(
      "Write the weights at the end (safetensors); averaged's mean to FILE-averaged.", valueName: "file"))
  var save: String?

  @Option(help: ArgumentHelp("Write the weights before training (safetensors).", valueName: "file"))
  var saveInitial: String?

  @Option(help: ArgumentHelp("Write cost and accuracy after each epoch (CSV).", valueName: "file"))
  var history: String?

  @Flag(help: "Open the sealed test part at the end, and tell how well the network does on it.")
  var unseal = false

  @Option(
    help: ArgumentHelp("Cross-validate: deal the rows into n folds and train a network for each.", valueName: "n"))
  var folds: Int?

  @Option(help: ArgumentHelp("Settle a Hopfield network so many times, from as many beginnings.", valueName: "n"))
  var trials: Int?

  @Flag(help: "Print a summary in JSON.")
  var json = false

  @Flag(help: "Print neither progress nor summary.")
  var quiet = false

  mutating func validate() throws {
    for (name, count) in [("--epochs", epochs), ("--updates", updates), ("--trials", trials)] {
      if let count, count < 0 { throw ValidationError("expected a whole number from 0 for \(name), found \(count)") }
    }
    try validateFolds()
  }

  func run() throws {
    let opened = try source.opening()
    if let folds { return try crossValidate(opened, folds: folds) }
    switch opened.experiment.kind {
    case .feedforward: try train(opened)
    case .hopfield: try settle(opened.experiment)
    case .recurrent: try trainOnSequences(opened.experiment)
    }
  }

  private func train(_ opened: OpenedExperiment) throws {
    let (experiment, trainer, dataset) = try source.trainer(of: opened)
    try checkOutputs(experiment)
    if unseal, trainer.data.sealed == nil {
      throw ValidationError("no test part is sealed: --unseal goes with --set data.split=0.6/0.2/0.2 or --test FILE")
    }
    if !quiet, let table = dataset.table { table.summary.forEach(Failure.say) }
    if let saveInitial { try WeightsFile.write(trainer.network.parameters, to: saveInitial) }
    var run = TrainingRun(
      of: trainer, name: experiment.name, epochs: epochs ?? (updates == nil ? 100 : nil), updates: updates,
      stop: experiment.stop, keepsHistory: history != nil, showsProgress: !quiet)
    run.train()
    try AtomicFile.writeAll(outputs(of: run))
    var summary = TrainingSummary(of: run.trainer, seed: experiment.seed, samplesPerSecond: run.samplesPerSecond)
    summary.data = TrainingSummary.DataSummary(of: dataset, run.trainer.data)
    let report = unseal ? TestReport(opening: run.trainer, of: experiment) : nil
    if unseal, var sealed = run.trainer.data.sealed { summary.sealedTest = run.trainer.measure(sealed.open()) }
    if run.isStopped { summary.stopped = experiment.stop }
    if let divergence = summary.divergence, !quiet { Failure.report(divergence, updates: summary.updates) }
    if let remark = run.trainer.rateRemark, !quiet { Failure.remark(remark) }
    if run.isStopped, let stop = experiment.stop, !quiet { Failure.remark("stopped: \(stop)") }
    if json {
      try Output.write(summary.json + "\n")
    } else if !quiet {
      try Output.write(summary.text)
      let words = report?.words(of: dataset) ?? []
      try Output.write(words.map { $0 + "\n" }.joined())
    }
  }

  /// What is written at the end, all of it or nothing: the weights and, where the rule keeps their running mean, that
  /// beside them (`FILE-averaged.safetensors`), and the history.
  private func outputs(of run: TrainingRun<Trainer>) -> [AtomicFile.Output] {
    var outputs: [AtomicFile.Output] = []
    if let save {
      outputs.append(AtomicFile.Output(path: save, bytes: WeightsFile.bytes(of: run.trainer.network.parameters)))
      if let averaged = run.trainer.averaged {
        let suffix = ".safetensors"
        let stem = save.hasSuffix(suffix) ? String(save.dropLast(suffix.count)) : save
        outputs.append(AtomicFile.Output(path: stem + "-averaged" + suffix, bytes: WeightsFile.bytes(of: averaged)))
      }
    }
    if let history { outputs.append(AtomicFile.Output(path: history, bytes: Array(run.history.text.utf8))) }
    return outputs
  }

  /// Nothing that is read is written over.
  func checkOutputs(_ experiment: Experiment) throws(Mistake) {
    var inputs = [source.source, source.load].compactMap { $0 }
    if case .file(let path) = experiment.recipe.source {
      inputs += [path, experiment.recipe.testFile].compactMap { $0 }
    }
    try AtomicFile.check(outputs: [saveInitial, save, history].compactMap { $0 }, inputs: inputs)
  }
}
