/// Every phase is a step, an update and an epoch.
extension Process {
  /// Every phase is an update.
  public var updates: Int { clock }
  /// Every update is an epoch.
  public var epoch: Int { updates }
  /// One phase ago; 0 at the beginning.
  public var stepStart: Int { max(0, clock - 1) }
  /// One phase ago, since every step is an epoch.
  public var epochStart: Int { stepStart }
  /// Every phase is a step.
  public var phasesPerStep: Int { 1 }
  /// Always: no step is ever half done.
  public var isBetweenSteps: Bool { true }
  /// Wherever a step begins.
  public var isBetweenEpochs: Bool { isBetweenSteps }
  /// Never: it goes on for ever.
  public var isStill: Bool { false }

  /// Phase by phase, until an epoch ends, the limit is reached, or it is still.
  @discardableResult
  public mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int {
    var (made, steps) = (0, 0)
    let before = epoch
    repeat {
      repeat {
        let last = updates
        advance()
        if updates != last, let cost {
          costs?[made] = cost
          made += 1
        }
      } while !isBetweenSteps && !isStill
      steps += 1
    } while steps < limit && epoch == before && !isStill
    return steps
  }

  /// Whole steps where there is room for them, else phases.
  public mutating func replay(to target: Int, work limit: Int) -> Int { perform(to: target, work: limit) }

  /// What `replay` is by default.
  mutating func perform(to target: Int, work limit: Int) -> Int {
    let (before, step) = (effort, max(1, effortPerStep))
    var done = 0
    repeat {
      let steps = isBetweenSteps ? min((target - clock) / phasesPerStep, max(1, (limit - done + step - 1) / step)) : 0
      if steps > 0 { stride(upTo: steps, costs: nil) } else { advance() }
      done = effort &- before
    } while clock < target && !isStill && !(isBetweenSteps && done >= limit)
    return done
  }

  /// Each count as it is.
  public var counts: ProcessCounts { ProcessCounts(of: self) }

  /// None.
  public var cost: Float? { nil }
  /// A phase counts as one unit of work.
  public var effort: Int { clock }
  /// One unit of work a phase.
  public var effortPerStep: Int { phasesPerStep }
}

/// Nothing can be left out of what is kept, and every change changes something.
extension Process {
  /// The whole value: nothing is left out.
  public func bare() -> Self { self }
  /// The value as it is: nothing was left out.
  public func restored() -> Self { self }
  /// 0: nothing has to be computed anew.
  public var settling: Int { 0 }
  /// The value's own size, without what it refers to.
  public var footprint: Footprint { Footprint(own: MemoryLayout<Self>.stride) }

  /// Taken to be so, whatever the change.
  public func isChanged(by edit: Edit) -> Bool { true }
  /// Never: the process stays the same.
  public static func takesOver(with edit: Edit) -> Bool { false }
  /// Never: the costs mean what they meant.
  public func startsCurve(with edit: Edit) -> Bool { false }
  /// The whole change: nothing is left out.
  public static func bare(_ edit: Edit) -> Edit { edit }
  /// The change's own size, without what it refers to.
  public static func footprint(of edit: Edit) -> Footprint { Footprint(own: MemoryLayout<Edit>.stride) }
}

/// Phases have no units and steps no samples.
extension Process {
  /// None: a phase is shown as a whole.
  public var units: Int? { nil }
  /// One sample a step.
  public var samplesAhead: Int { 1 }
  /// None: a step is not taken sample by sample.
  public func walk(showing count: Int) -> Walk? { nil }
}
