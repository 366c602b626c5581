/// Every phase is a step, an update and an epoch.
extension Process {
  public var updates: Int { clock }
  public var epoch: Int { updates }
  public var stepStart: Int { max(0, clock - 1) }
  public var epochStart: Int { stepStart }
  public var phasesPerStep: Int { 1 }
  public var isBetweenSteps: Bool { true }
  public var isBetweenEpochs: Bool { isBetweenSteps }
  public var isStill: Bool { false }

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

  public var cost: Float? { nil }
  public var effort: Int { clock }
  public var effortPerStep: Int { phasesPerStep }
}

/// Nothing can be left out of what is kept, and every change changes something.
extension Process {
  public func bare() -> Self { self }
  public func restored() -> Self { self }
  public var settling: Int { 0 }
  public var footprint: Footprint { Footprint(own: MemoryLayout<Self>.stride) }

  public func isChanged(by edit: Edit) -> Bool { true }
  public static func takesOver(with edit: Edit) -> Bool { false }
  public static func bare(_ edit: Edit) -> Edit { edit }
  public static func footprint(of edit: Edit) -> Footprint { Footprint(own: MemoryLayout<Edit>.stride) }
}

/// Phases have no units and steps no samples.
extension Process {
  public var units: Int? { nil }
  public var samplesAhead: Int { 1 }
  public func walk(showing count: Int) -> Walk? { nil }
}
