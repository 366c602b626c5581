import Experiments
import Training

/// Training from beginning to end, as fast as it goes: on rows, or on sequences.
struct TrainingRun<Learner: EpochTraining> {
  private(set) var trainer: Learner
  private(set) var history = HistoryFile()
  private let epochs: Int
  private let updates: Int
  private let stop: LessonStep.Goal?
  /// Whether the rule that ends the training holds.
  private(set) var isStopped = false
  private let keepsHistory: Bool
  private var progress: ProgressBar?
  private var samples = 0
  private var time = Duration.zero

  /// The updates between two looks at the clock.
  private static var slice: Int { 64 }

  init(
    of trainer: Learner, name: String, epochs: Int?, updates: Int?, stop: LessonStep.Goal?, keepsHistory: Bool,
    showsProgress: Bool
  ) {
    self.trainer = trainer
    self.epochs = epochs ?? .max
    self.updates = updates ?? .max
    self.stop = stop
    self.keepsHistory = keepsHistory
    progress = showsProgress ? ProgressBar(title: name) : nil
  }

  /// Measured over the updates alone; nil where there were none.
  var samplesPerSecond: Double? {
    let seconds = time / .seconds(1)
    return samples > 0 && seconds > 0 ? Double(samples) / seconds : nil
  }

  mutating func train() {
    record()
    while !isDone {
      let epoch = trainer.epoch
      trainSlice()
      if trainer.epoch > epoch {
        record()
        isStopped = stop?.holds(for: trainer) == true
      }
      if let progress, progress.isDue { show() }
    }
    progress?.end()
  }

  private mutating func show() {
    let (share, detail) = (share, detail)
    progress?.show(share: share, detail)
  }

  private var isDone: Bool {
    trainer.epoch >= epochs || trainer.updates >= updates || trainer.divergence != nil || isStopped
  }

  /// Some updates, up to the end of the epoch at most.
  private mutating func trainSlice() {
    let start = ContinuousClock.now
    let (epoch, before) = (trainer.epoch, trainer.samplesSeen)
    var left = min(Self.slice, updates - trainer.updates)
    while left > 0, trainer.epoch == epoch, trainer.divergence == nil { left -= trainer.stride(upTo: left, costs: nil) }
    time += .now - start
    samples += trainer.samplesSeen - before
  }

  private mutating func record() {
    guard keepsHistory else { return }
    history.append(
      epoch: trainer.epoch, updates: trainer.updates, training: trainer.measureTraining()?.plain,
      test: trainer.measureTest()?.plain)
  }

  private var share: Double {
    let count = Double(trainer.order.count)
    let inEpoch = epochs == .max ? 0 : (Double(trainer.epoch) + Double(trainer.position) / count) / Double(epochs)
    return max(inEpoch, updates == .max ? 0 : Double(trainer.updates) / Double(updates))
  }

  private var detail: String { "epoch \(trainer.epoch), \(trainer.updates) updates" }
}
