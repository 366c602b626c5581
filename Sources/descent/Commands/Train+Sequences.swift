import Experiments
import Training

/// Training on sequences.
extension Train {
  func trainOnSequences(_ experiment: Experiment) throws {
    guard trials == nil else { throw Mistake(.notFor("no trials: it learns", .recurrent)) }
    try checkOutputs(experiment)
    var trainer = try experiment.recurrentTrainer(for: try experiment.sequences.data(seed: experiment.seed))
    if let load = source.load {
      trainer.apply(.parameters(try WeightsFile.read(load, layout: trainer.network.layout)))
    }
    if let saveInitial { try WeightsFile.write(trainer.network.parameters, to: saveInitial) }
    var run = SequenceRun(
      of: trainer, name: experiment.name, epochs: epochs ?? (updates == nil ? 100 : nil), updates: updates,
      stop: experiment.stop, showsProgress: !quiet)
    run.train()
    var outputs =
      save.map { [AtomicFile.Output(path: $0, bytes: WeightsFile.bytes(of: run.trainer.network.parameters))] } ?? []
    if let history { outputs.append(AtomicFile.Output(path: history, bytes: Array(run.history.text.utf8))) }
    try AtomicFile.writeAll(outputs)
    var summary = SequenceSummary(of: run.trainer, seed: experiment.seed, sequencesPerSecond: run.sequencesPerSecond)
    if run.isStopped { summary.stopped = experiment.stop }
    if let divergence = summary.divergence, !quiet { Failure.report(divergence, updates: summary.updates) }
    if json || !quiet { try Output.write((json ? summary.json : summary.text) + "\n") }
  }
}

/// Training on sequences from beginning to end, as fast as it goes.
struct SequenceRun {
  private(set) var trainer: RecurrentTrainer
  private(set) var history = HistoryFile()
  /// Whether the rule that ends the training holds.
  private(set) var isStopped = false
  private let epochs, updates: Int
  private let stop: LessonStep.Goal?
  private var progress: ProgressBar?
  private var sequences = 0
  private var time = Duration.zero

  /// The updates between two looks at the clock.
  private static let slice = 64

  init(
    of trainer: RecurrentTrainer, name: String, epochs: Int?, updates: Int?, stop: LessonStep.Goal?, showsProgress: Bool
  ) {
    (self.trainer, self.stop) = (trainer, stop)
    (self.epochs, self.updates) = (epochs ?? .max, updates ?? .max)
    progress = showsProgress ? ProgressBar(title: name) : nil
  }

  /// Measured over the updates alone; nil where there were none.
  var sequencesPerSecond: Double? {
    let seconds = time / .seconds(1)
    return sequences > 0 && seconds > 0 ? Double(sequences) / seconds : nil
  }

  mutating func train() {
    record()
    while trainer.epoch < epochs, trainer.updates < updates, trainer.divergence == nil, !isStopped {
      let epoch = trainer.epoch
      trainSlice()
      if trainer.epoch > epoch {
        record()
        isStopped = stop?.holds(for: trainer) == true
      }
      if progress?.isDue == true {
        let share = share
        progress?.show(share: share, "epoch \(trainer.epoch), \(trainer.updates) updates")
      }
    }
    progress?.end()
  }

  /// Some updates, up to the end of the epoch at most.
  private mutating func trainSlice() {
    let start = ContinuousClock.now
    let before = trainer.updates
    trainer.stride(upTo: min(Self.slice, updates - trainer.updates), costs: nil)
    time += .now - start
    sequences += (trainer.updates - before) * trainer.settings.batch.size(of: trainer.data.training.count)
  }

  private mutating func record() {
    history.append(
      epoch: trainer.epoch, updates: trainer.updates, training: trainer.measureTraining().map(Measures.init),
      test: trainer.measureTest().map(Measures.init))
  }

  private var share: Double {
    max(
      epochs == .max ? 0 : Double(trainer.epoch) / Double(epochs),
      updates == .max ? 0 : Double(trainer.updates) / Double(updates))
  }
}
