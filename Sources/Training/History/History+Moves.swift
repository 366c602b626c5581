extension History {
  /// One step forward. By neuron and layer it passes through a step's phases, by sample through its batch. In the past
  /// it follows what was recorded; a step by update or epoch then ends early where a change started the step anew.
  public mutating func forward(by granularity: Granularity) {
    switch granularity {
    case .neuron: revealNext()
    case .layer: advance()
    case .sample: showNextSample()
    case .update: step()
    case .epoch: repeat { step() } while trainer.performed != .epoch && trainer.divergence == nil
    }
  }

  /// One step back: undoes `forward`. Does nothing at the reach's end.
  public mutating func back(by granularity: Granularity) {
    switch granularity {
    case .neuron: hideLast()
    case .layer: if !leaveDetail() { go(to: trainer.clock - 1) }
    case .sample: hideSample()
    case .update: if !leaveWalk() { go(to: trainer.stepStart) }
    case .epoch: if !(leaveWalk() && trainer.position == 0) { go(to: trainer.epochStart) }
    }
  }

  private mutating func revealNext() {
    if let shown = revealed, let units = revealableUnits {
      revealed = shown + 1 < units ? shown + 1 : nil
    } else {
      let clock = trainer.clock
      advance()
      if trainer.clock > clock, revealableUnits != nil { revealed = 1 }
    }
  }

  private mutating func hideLast() {
    if leaveWalk() { return }
    if let shown = revealed {
      if shown > 1 { revealed = shown - 1 } else { go(to: trainer.clock - 1) }
    } else if let units = revealableUnits {
      revealed = units - 1
    } else {
      go(to: trainer.clock - 1)
    }
  }

  private mutating func showNextSample() {
    guard trainer.phase == .input, trainer.nextBatch.count > 1 else { return step() }
    let shown = walk?.count ?? 0
    guard shown < trainer.nextBatch.count else { return step() }
    revealed = nil
    if walk == nil { walk = SampleWalk(of: trainer, count: 1) } else { walk?.next() }
  }

  private mutating func hideSample() {
    if let shown = walk?.count {
      walk = shown > 1 ? SampleWalk(of: trainer, count: shown - 1) : nil
      return
    }
    let stood = trainer.phase == .input && trainer.performed != nil
    let clock = trainer.clock
    go(to: trainer.stepStart)
    guard stood, trainer.clock < clock, trainer.phase == .input, trainer.nextBatch.count > 1 else { return }
    walk = SampleWalk(of: trainer, count: trainer.nextBatch.count)
  }

  /// Shows the whole of the present position again; says whether only a part of it was shown.
  private mutating func leaveDetail() -> Bool {
    let left = walk != nil
    walk = nil
    guard revealed != nil else { return left }
    go(to: trainer.clock - 1)
    return true
  }

  private mutating func leaveWalk() -> Bool {
    guard walk != nil else { return false }
    walk = nil
    return true
  }
}
