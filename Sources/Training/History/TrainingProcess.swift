/// A process that goes on by what its trainer does, with something of its own beside it: what was asked for, the raw data.
///
/// All but the changes is the trainer's. What it holds beside goes into `footprint`.
public protocol TrainingProcess: Process where Walk == SampleWalk {
  /// The trainer that goes on.
  var trainer: Trainer { get set }
}

extension TrainingProcess {
  public var clock: Int { trainer.clock }
  public mutating func advance() { trainer.advance() }

  public var updates: Int { trainer.updates }
  public var epoch: Int { trainer.epoch }
  public var stepStart: Int { trainer.stepStart }
  public var epochStart: Int { trainer.epochStart }
  public var phasesPerStep: Int { trainer.phasesPerStep }
  public var isBetweenSteps: Bool { trainer.isBetweenSteps }
  public var isBetweenEpochs: Bool { trainer.isBetweenEpochs }
  public var isStill: Bool { trainer.isStill }

  @discardableResult
  public mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int {
    trainer.stride(upTo: limit, costs: costs)
  }

  public var cost: Float? { trainer.cost }
  public var effort: Int { trainer.effort }
  public var effortPerStep: Int { trainer.effortPerStep }
  public var settling: Int { trainer.settling }

  public func bare() -> Self {
    var copy = self
    copy.trainer = trainer.bare()
    return copy
  }

  public func restored() -> Self {
    var copy = self
    copy.trainer = trainer.restored()
    return copy
  }

  public var units: Int? { trainer.units }
  public var samplesAhead: Int { trainer.samplesAhead }
  public func walk(showing count: Int) -> SampleWalk? { trainer.walk(showing: count) }
}

extension History where P: TrainingProcess {
  /// The trainer at the present position.
  public var trainer: Trainer { process.trainer }
}
