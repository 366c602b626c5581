import NeuralNetwork

extension AssociativeMemory {
  /// The pattern of the largest overlap, reversed or not; nil where there is none.
  public func nearest(to units: [Int8]) -> Int? {
    let overlaps = overlaps(of: units)
    return overlaps.indices.max { (overlaps[$0].magnitude, $1) < (overlaps[$1].magnitude, $0) }
  }
}

extension Settling {
  /// What a unit stands for: a square of a board, a colour of a country, or a pixel's row and column.
  public func name(of unit: Int) -> String {
    switch task {
    case .arrangement(let arrangement): arrangement.puzzle.name(of: unit)
    case .memory, .energy: "\(unit / task.columns + 1),\(unit % task.columns + 1)"
    }
  }

  /// What the state is: a stored pattern, a mixture, a solution, or how far it is from one.
  public var words: String {
    switch task {
    case .memory(let memory):
      let recognition = memory.recognize(state.units)
      return recognition.words(names: memory.patterns.map(\.name))
    case .arrangement(let arrangement):
      if arrangement.isSolved(by: state.units) { return "solved" }
      let (taken, clashes) = (arrangement.taken(in: state.units).count, arrangement.clashes(in: state.units).count)
      return "\(taken) of \(arrangement.wanted) placed, \(clashes) \(clashes == 1 ? "clash" : "clashes")"
    case .energy: return "E = \(Float(energy))"
    }
  }
}
