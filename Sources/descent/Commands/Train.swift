import ArgumentParser
import Experiments
import Training

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

  @Flag(help: "Print a summary in JSON.")
  var json = false

  @Flag(help: "Print neither progress nor summary.")
  var quiet = false

  mutating func validate() throws {
    for (name, count) in [("--epochs", epochs), ("--updates", updates)] {
      if let count, count < 0 { throw ValidationError("expected a whole number from 0 for \(name), found \(count)") }
    }
  }

  /// Writes the weights and, where the rule keeps their running mean, that beside them: `FILE-averaged.safetensors`.
  private static func save(_ trainer: Trainer, to file: String) throws {
    try WeightsFile.write(trainer.network.parameters, to: file)
    guard let averaged = trainer.averaged else { return }
    let suffix = ".safetensors"
    let stem = file.hasSuffix(suffix) ? String(file.dropLast(suffix.count)) : file
    try WeightsFile.write(averaged, to: stem + "-averaged" + suffix)
  }

  func run() throws {
    let (experiment, trainer) = try source.open()
    if let saveInitial { try WeightsFile.write(trainer.network.parameters, to: saveInitial) }
    var run = TrainingRun(
      of: trainer, name: experiment.name, epochs: epochs ?? (updates == nil ? 100 : nil), updates: updates,
      keepsHistory: history != nil, showsProgress: !quiet)
    run.train()
    if let save { try Self.save(run.trainer, to: save) }
    if let history { try run.history.write(to: history) }
    let summary = TrainingSummary(of: run.trainer, seed: experiment.seed, samplesPerSecond: run.samplesPerSecond)
    if let divergence = summary.divergence, !quiet { Failure.report(divergence, updates: summary.updates) }
    if let remark = run.trainer.rateRemark, !quiet { Failure.remark(remark) }
    if json {
      try Output.write(summary.json + "\n")
    } else if !quiet {
      try Output.write(summary.text)
    }
  }
}
