/// A process that goes on by what its trainer does, with something of its own beside it: what was asked for, the raw data.
///
/// All but the changes is the trainer's. What it holds beside goes into `footprint`.
public protocol TrainingProcess: Process where Walk == SampleWalk {
  /// The trainer that goes on.
  var trainer: Trainer { get set }
}

extension TrainingProcess {
  /// The trainer's phases.
  public var clock: Int { trainer.clock }
  /// Performs the trainer's next phase.
  public mutating func advance() { trainer.advance() }

  /// The trainer's updates.
  public var updates: Int { trainer.updates }
  /// The trainer's epochs.
  public var epoch: Int { trainer.epoch }
  /// The clock at which the trainer's step began.
  public var stepStart: Int { trainer.stepStart }
  /// The clock at which the trainer's epoch began.
  public var epochStart: Int { trainer.epochStart }
  /// The phases of a trainer's step at most: 2 · layers + 4.
  public var phasesPerStep: Int { trainer.phasesPerStep }
  /// Whether the trainer's next phase puts a batch in.
  public var isBetweenSteps: Bool { trainer.isBetweenSteps }
  /// Whether the trainer's next phase puts an epoch's first batch in.
  public var isBetweenEpochs: Bool { trainer.isBetweenEpochs }
  /// Whether the trainer has diverged.
  public var isStill: Bool { trainer.isStill }

  /// Steps of the trainer, up to the end of an epoch.
  @discardableResult
  public mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int {
    trainer.stride(upTo: limit, costs: costs)
  }

  /// Phases of the trainer.
  public mutating func replay(to clock: Int, work: Int) -> Int { trainer.replay(to: clock, work: work) }
  /// The trainer's counts.
  public var counts: ProcessCounts { trainer.counts }

  /// The mean cost of the trainer's last batch.
  public var cost: Float? { trainer.cost }
  /// The trainer's work, in multiply-adds, roughly.
  public var effort: Int { trainer.effort }
  /// The work of one full batch, in multiply-adds, roughly.
  public var effortPerStep: Int { trainer.effortPerStep }
  /// The phases after which the trainer's workspace is filled again.
  public var settling: Int { trainer.settling }

  /// A copy with a bare trainer; what is beside it is kept.
  public func bare() -> Self {
    var copy = self
    copy.trainer = trainer.bare()
    return copy
  }

  /// A copy whose trainer is ready to go on.
  public func restored() -> Self {
    var copy = self
    copy.trainer = trainer.restored()
    return copy
  }

  /// The units of the layer that the trainer's last phase was about.
  public var units: Int? { trainer.units }
  /// The samples of the trainer's next batch.
  public var samplesAhead: Int { trainer.samplesAhead }
  /// The trainer's next batch sample by sample; nil where a step has begun.
  public func walk(showing count: Int) -> SampleWalk? { trainer.walk(showing: count) }
}

extension History where P: TrainingProcess {
  /// The trainer at the present position.
  public var trainer: Trainer { process.trainer }
}
