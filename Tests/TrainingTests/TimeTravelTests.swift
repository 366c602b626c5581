import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Random moves through a history, each checked against a plain replay from the beginning.
@Suite struct TimeTravelTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func randomMovesReturnToTheSameBits(seed: UInt64) {
    var walk = RandomMoves(seed: seed, budget: 64 << 20)
    walk.run(2_500)
  }

  @Test(arguments: [UInt64(5), 6])
  func thinnedHistoriesReturnToTheSameBits(seed: UInt64) {
    var walk = RandomMoves(seed: seed, budget: 600_000)
    walk.run(2_000)
  }
}

/// A history, and what it should hold: the beginning, and what was done.
struct RandomMoves {
  let seed: UInt64
  var stream: RandomStream
  var history: History
  let beginning: Trainer
  /// The state at each clock of each branch, as it was when first met.
  var seen: [Place: Fingerprint] = [:]

  struct Place: Hashable {
    let branch: Int
    let clock: Int
  }

  init(seed: UInt64, budget: Int) {
    self.seed = seed
    stream = RandomStream(seed: seed, purpose: .search)
    beginning = someTrainer(seed: seed)
    history = History(beginning, budget: budget, spacing: 5_000)
  }

  mutating func run(_ moves: Int) {
    for move in 0..<moves {
      let what = makeMove()
      guard check("seed \(seed), move \(move): \(what)") else { return }
    }
    for branch in history.branches {
      guard history.go(toTipOf: branch.id) else { continue }
      guard check("seed \(seed), tip of branch \(branch.id)"), checkFromBeginning() else { return }
    }
  }

  /// The state is the one met here before, if it was.
  private mutating func check(_ what: String) -> Bool {
    let place = Place(branch: history.owner(of: history.trainer.clock), clock: history.trainer.clock)
    let now = Fingerprint(history.trainer)
    defer { seen[place] = now }
    guard let known = seen[place] else { return true }
    let differences = now.differences(from: known)
    #expect(differences.isEmpty, "\(what): branch \(place.branch), clock \(place.clock)")
    return differences.isEmpty
  }

  /// The state is what the branch's changes and plain `advance` lead to.
  private func checkFromBeginning() -> Bool {
    var trainer = beginning
    var edits = history.branch.edits[...]
    while true {
      while let next = edits.first, next.clock == trainer.clock {
        guard let edit = next.edit else { return true }
        trainer.apply(edit)
        edits.removeFirst()
      }
      guard trainer.clock < history.trainer.clock else { break }
      trainer.advance()
    }
    let differences = Fingerprint(history.trainer).differences(from: Fingerprint(trainer))
    #expect(differences.isEmpty, "seed \(seed): branch \(history.current) is not its replay from the beginning")
    return differences.isEmpty
  }

  private mutating func makeMove() -> String {
    let granularity = Granularity.allCases[stream.integer(below: 5)]
    switch stream.integer(below: 100) {
    case ..<38:
      history.forward(by: granularity)
      return "forward by \(granularity)"
    case ..<76:
      history.back(by: granularity)
      return "back by \(granularity)"
    case ..<86:
      let from = history.trainer
      let edit = someEdit()
      history.make(edit)
      if history.trainer.clock == from.clock { forgetPresent() }
      return edit.name(for: from)
    case ..<90:
      history.go(toTipOf: stream.integer(below: history.branches.count))
      return "to a tip"
    case ..<96:
      let clock = stream.integer(below: history.branch.tip.clock + 1)
      history.go(to: clock)
      return "to \(clock)"
    default:
      for _ in 0..<stream.integer(below: 60) { history.step() }
      return "many steps"
    }
  }

  /// A change gives the present clock another state.
  private mutating func forgetPresent() {
    seen[Place(branch: history.owner(of: history.trainer.clock), clock: history.trainer.clock)] = nil
  }

  private mutating func someEdit() -> Edit {
    let trainer = history.trainer
    var settings = trainer.settings
    switch stream.integer(below: 12) {
    case 0: settings.learningRate = stream.uniform(0.001, 0.3)
    case 1: settings.batch = [.samples(1), .samples(3), .samples(5), .all][stream.integer(below: 4)]
    case 2: settings.optimizer = Optimizer.Kind.allCases[stream.integer(below: Optimizer.Kind.allCases.count)]
    case 3: settings.shuffle.toggle()
    case 4: settings.regularization = Regularization(.l2, rate: stream.uniform(0, 0.01))
    case 5:
      return .activations(
        trainer.network.activations.map { _ in [.tanh, .sigmoid, .rectifier][stream.integer(below: 3)] })
    case 6:
      return .parameter(index: stream.integer(below: trainer.network.parameters.count), value: stream.uniform(-1, 1))
    case 7: return .data(someData(rows: 5 + stream.integer(below: 12), seed: stream.next()))
    case 8: settings.dropout = [stream.uniform(0, 0.6), stream.uniform(0, 0.6)]
    case 9: settings.schedule = Schedule.allCases[stream.integer(below: 4)]
    case 10: settings.clipping = stream.integer(below: 2) == 0 ? nil : stream.uniform(0.01, 0.2)
    default:
      guard stream.integer(below: 3) == 0 else {
        return .parameters(someNetwork(trainer.network.layout.sizes, trainer.network.activations, seed: 9).parameters)
      }
      return .trainer(someTrainer([2, 1 + stream.integer(below: 4), 1], settings, seed: stream.next()))
    }
    return .settings(settings)
  }
}
