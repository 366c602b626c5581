extension History {
  /// One step forward. By neuron and layer it passes through a step's phases, by sample through its batch. In the past
  /// it follows what was recorded; a step by update or epoch then ends early where a change started the step anew.
  public mutating func forward(by granularity: Granularity) {
    switch granularity {
    case .neuron: revealNext()
    case .layer: advance()
    case .sample: showNextSample()
    case .update: step()
    case .epoch: finishEpoch()
    }
    checkInvariants()
  }

  /// One step back: undoes `forward`. Does nothing at the reach's end.
  public mutating func back(by granularity: Granularity) {
    switch granularity {
    case .neuron: hideLast()
    case .layer: if !leaveDetail() { go(to: process.clock - 1) }
    case .sample: hideSample()
    case .update: if !leaveWalk() { go(to: process.stepStart) }
    case .epoch: if !(leaveWalk() && process.isBetweenEpochs) { go(to: process.epochStart) }
    }
    checkInvariants()
  }

  private mutating func finishEpoch() {
    let epoch = process.epoch
    repeat { step() } while process.epoch == epoch && !process.isStill
  }

  private mutating func revealNext() {
    if let shown = revealed, let units = process.units {
      revealed = shown + 1 < units ? shown + 1 : nil
    } else {
      let clock = process.clock
      advance()
      if process.clock > clock, process.units != nil { revealed = 1 }
    }
  }

  private mutating func hideLast() {
    if leaveWalk() { return }
    if let shown = revealed {
      if shown > 1 { revealed = shown - 1 } else { go(to: process.clock - 1) }
    } else if let units = process.units {
      revealed = units - 1
    } else {
      go(to: process.clock - 1)
    }
  }

  private mutating func showNextSample() {
    guard process.isBetweenSteps, process.samplesAhead > 1 else { return step() }
    let shown = walk?.count ?? 0
    guard shown < process.samplesAhead else { return step() }
    revealed = nil
    if walk == nil { walk = process.walk(showing: 1) } else { walk?.next() }
  }

  private mutating func hideSample() {
    if let shown = walk?.count {
      walk = shown > 1 ? process.walk(showing: shown - 1) : nil
      return
    }
    let stood = process.isBetweenSteps && process.settling > 0
    let clock = process.clock
    go(to: process.stepStart)
    guard stood, process.clock < clock, process.isBetweenSteps, process.samplesAhead > 1 else { return }
    walk = process.walk(showing: process.samplesAhead)
  }

  /// Shows the whole of the present position again; says whether only a part of it was shown.
  private mutating func leaveDetail() -> Bool {
    let left = walk != nil
    walk = nil
    guard revealed != nil else { return left }
    go(to: process.clock - 1)
    return true
  }

  private mutating func leaveWalk() -> Bool {
    guard walk != nil else { return false }
    walk = nil
    return true
  }
}
