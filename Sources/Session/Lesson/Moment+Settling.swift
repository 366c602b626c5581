import Datasets
import Experiments
import NeuralNetwork
import Training

/// What formulas know of a network that settles.
extension Lesson.Moment {
  /// A named number; nil for those of a training, and of a puzzle where there is none.
  func value(of quantity: Formula.Quantity, in settler: Settling) -> Double? {
    switch quantity {
    case .energy: settler.energy
    case .temperature: Double(settler.temperature.description)
    case .sweeps, .epochs: Double(settler.sweeps)
    case .updates: Double(settler.updates)
    case .phases: Double(settler.clock)
    case .restless: Double(settler.state.units.indices.count(where: settler.state.isUnstable))
    case .atRest: settler.rest == nil ? 0 : 1
    case .units: Double(settler.network.count)
    case .patterns: settler.patterns.map { Double($0.count) }
    case .placed: settler.arrangement.map { Double($0.taken(in: settler.state.units).count) }
    case .clashes: settler.arrangement.map { Double($0.clashes(in: settler.state.units).count) }
    case .solved: settler.arrangement.map { $0.isSolved(by: settler.state.units) ? 1 : 0 }
    case .solvedShare: run.findings.trials?.solved
    case .steps: scene.steps.map { Double($0) }
    case .trainCost, .testCost, .trainAccuracy, .testAccuracy, .trainR2, .testR2, .sampleCost, .rate, .stableRate,
      .batch, .samples, .testSamples, .hiddenLayers, .parameters, .x, .y, .gradientNorm, .helpingShare, .averagedCost,
      .diverged,
      .row, .unsealed, .sealedAccuracy, .sparsity,
      .timeSteps:
      nil
    }
  }

  /// A number of a unit, a pattern or a pair of units; nil where there is none of that number.
  func value(of reading: Formula.Reading, _ indices: [Int], in settler: Settling) -> Double? {
    let (network, units) = (settler.network, settler.state.units)
    switch reading {
    case .overlap:
      return settler.patterns.flatMap { indices[0] < $0.count ? $0[indices[0]].units.overlap(with: units) : nil }
    case .state: return indices[0] < units.count ? Double(units[indices[0]]) : nil
    case .field: return indices[0] < units.count ? network.field(of: indices[0], in: settler.state) : nil
    case .weight: return indices.allSatisfy { $0 < units.count } ? network.weight(indices[0], indices[1]) : nil
    case .hidden, .delta, .timeGradient, .trainConfusions, .testConfusions: return nil
    }
  }
}

extension Settling {
  fileprivate var patterns: [Pattern]? { if case .memory(let memory) = task { memory.patterns } else { nil } }

  fileprivate var arrangement: Arrangement? {
    if case .arrangement(let arrangement) = task { arrangement } else { nil }
  }
}
