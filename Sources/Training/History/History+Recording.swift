import NeuralNetwork

extension History {
  /// Performs one phase: in the past the recorded one and the changes made after it, at the tip a new one.
  @discardableResult
  public mutating func advance() -> TrainingPhase {
    showAll()
    let updates = trainer.updates
    let phase = trainer.advance()
    if trainer.updates != updates { addWork() }
    if trainer.clock > branches[current].tip.clock {
      record(isUpdate: trainer.updates != updates)
    } else {
      makeEdits()
      keepIfThereIsRoom()
    }
    return phase
  }

  /// Goes on to the next step's beginning, as `Trainer.step` does; in the past a change may come first.
  public mutating func step() {
    guard isAtTip else {
      repeat { advance() } while trainer.phase != .input && trainer.divergence == nil
      return
    }
    showAll()
    let updates = trainer.updates
    trainer.step()
    if trainer.updates != updates { addWork() }
    record(isUpdate: trainer.updates != updates)
  }

  /// Notes measured costs at the present position of the branch.
  public mutating func record(training: Double?, test: Double?) {
    branches[current].loss.append(training: training, test: test, at: trainer.updates)
  }

  /// Adds the last update's work: forward, backward and gradient touch each parameter for each sample, the optimizer
  /// touches it a few times more, and every phase takes its time.
  mutating func addWork() {
    work += 400 + (3 * trainer.propagation.count + 4) * trainer.network.parameters.count
  }

  /// Notes what is new at the tip, and keeps it where that is due.
  private mutating func record(isUpdate: Bool) {
    branches[current].advance(
      to: Branch.Tip(of: trainer), cost: isUpdate ? trainer.propagation.cost : nil,
      endsEpoch: trainer.performed == .epoch)
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
