import NeuralNetwork

extension History {
  /// Performs one phase: in the past the recorded one and the changes made after it, at the tip a new one.
  @discardableResult
  public mutating func advance() -> TrainingPhase {
    showAll()
    let updates = trainer.updates
    let phase = train { $0.advance() }
    if trainer.clock > branches[current].tip.clock {
      record(costs: trainer.updates != updates ? [trainer.propagation.cost] : [])
    } else {
      makeEdits()
      keepIfThereIsRoom()
    }
    return phase
  }

  /// Goes on to the next step's beginning, as `Trainer.step` does; in the past a change may come first.
  public mutating func step() { step(times: 1) }

  /// One step whose beginning is kept, so that `stepInHand` need not go back for it.
  public mutating func stepInView() {
    let beginning = trainer
    step()
    lastStep = beginning.phase == .input ? (beginning, moment) : nil
  }

  /// So many steps, or until training stands still.
  public mutating func step(times: Int) {
    var left = times
    while left > 0, trainer.divergence == nil {
      if isAtTip {
        left -= stride(upTo: left)
      } else {
        repeat { advance() } while trainer.phase != .input && trainer.divergence == nil
        left -= 1
      }
    }
  }

  /// New steps in one go, up to a number of them and until a keyframe is due at most; says how many.
  private mutating func stride(upTo limit: Int) -> Int {
    showAll()
    let most = max(1, min(limit, stepsUntilKeyframe))
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: most) { costs in
      let updates = trainer.updates
      let steps = train { $0.stride(upTo: most, costs: costs.baseAddress) }
      record(costs: costs[..<(trainer.updates - updates)])
      return steps
    }
  }

  /// Notes measured costs at the present position of the branch.
  public mutating func record(training: Double?, test: Double?) {
    branches[current].loss.append(training: training, test: test, at: trainer.updates)
  }

  /// Lets the trainer go on, and adds the work of the updates that it makes.
  mutating func train<Result>(_ goOn: (inout Trainer) -> Result) -> Result {
    let (updates, seen) = (trainer.updates, trainer.samplesSeen)
    defer { work += work(ofUpdates: trainer.updates - updates, samples: trainer.samplesSeen - seen) }
    return goOn(&trainer)
  }

  /// The steps with full batches after which a keyframe is due.
  var stepsUntilKeyframe: Int {
    let step = work(ofUpdates: 1, samples: trainer.settings.batch.size(of: trainer.order.count))
    return (spacing - (work - keptWork) + step - 1) / step
  }

  /// Forward, backward and gradient touch each parameter for each sample, the optimizer touches it a few times more, and
  /// every phase takes its time.
  private func work(ofUpdates updates: Int, samples: Int) -> Int {
    updates * 400 + (3 * samples + 4 * updates) * trainer.network.parameters.count
  }

  /// Notes what is new at the tip, each new update's cost, and keeps it where that is due.
  private mutating func record(costs: some RandomAccessCollection<Float>) {
    branches[current].advance(
      to: Branch.Tip(of: trainer), costs: costs, endsEpoch: trainer.performed == .epoch)
    if trainer.phase == .input, work - keptWork >= spacing { keep() }
  }

  /// Keeps the present position as a keyframe of the branch that it is of.
  mutating func keep() {
    totalWork += max(0, work - keptWork)
    keptWork = work
    let owner = owner(of: trainer.clock)
    let place = branches[owner].keyframes.partitioningIndex {
      ($0.clock, $0.edits) >= (trainer.clock, editsMade)
    }
    if let known = branches[owner].keyframes[place...].first,
      (known.clock, known.edits) == (trainer.clock, editsMade)
    {
      return
    }
    if idle.layout != trainer.network.layout { idle = Propagation(layout: trainer.network.layout, capacity: 0) }
    let keyframe = Keyframe(of: trainer, idle: idle, edits: editsMade, work: work, stamp: totalWork)
    branches[owner].keyframes.insert(keyframe, at: place)
    bytes += keyframe.bytes
    if bytes > budget { thin() }
  }

  /// Keeps a moment of the past where that is due and takes nothing's place, so that steps from here are short: who looks
  /// back is not to lose what lies behind.
  mutating func keepIfThereIsRoom() {
    guard trainer.phase == .input, work - keptWork >= spacing else { return }
    if bytes + Keyframe.bytes(of: trainer) <= budget { keep() }
  }

  /// The branch of the present one's ancestry that a clock is of: an ancestor's before the fork.
  func owner(of clock: Int) -> Int {
    var id = current
    while clock < branches[id].fork, let parent = branches[id].parent { id = parent }
    return id
  }

  /// All units are shown, and no sample is singled out.
  mutating func showAll() {
    if revealed != nil { revealed = nil }
    if walk != nil { walk = nil }
  }
}
