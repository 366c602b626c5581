import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Random moves through a history, each checked against a plain replay from the beginning.
@Suite struct TimeTravelTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func randomMovesReturnToTheSameBits(seed: UInt64) {
    var walk = RandomMoves(Trainer.self, seed: seed, budget: 64 << 20, spacing: 5_000)
    walk.run(2_500)
  }

  @Test(arguments: [UInt64(5), 6])
  func thinnedHistoriesReturnToTheSameBits(seed: UInt64) {
    var walk = RandomMoves(Trainer.self, seed: seed, budget: 600_000, spacing: 5_000)
    walk.run(2_000)
  }

  @Test(arguments: [UInt64(7), 8])
  func aCourseReturnsToTheSameBits(seed: UInt64) {
    var walk = RandomMoves(Course.self, seed: seed, budget: 700_000, spacing: 5_000)
    walk.run(2_000)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6], [20_000, 1 << 20])
  func aProcessOfTenLinesReturnsToTheSameBits(seed: UInt64, budget: Int) {
    var walk = RandomMoves(Scramble.self, seed: seed, budget: budget, spacing: 7)
    walk.run(4_000)
  }
}

/// A number that goes through all numbers. All that a process needs.
struct Scramble: Process, Equatable {
  var number: UInt64
  var clock = 0
  mutating func advance() {
    number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    clock += 1
  }
  mutating func apply(_ edit: UInt64) { number ^= edit }
  func name(of edit: UInt64) -> String { "xor \(edit)" }
}

extension Scramble: Movable {
  init(seed: UInt64) { self.init(number: seed) }
  var mark: Scramble { self }
  static func differences(_ now: Scramble, _ then: Scramble) -> [String] { now == then ? [] : ["\(then) → \(now)"] }
  func someEdit(_ stream: inout RandomStream) -> UInt64 { stream.next() }
}

extension Trainer: Movable {
  init(seed: UInt64) { self = someTrainer(seed: seed) }

  var mark: Fingerprint { Fingerprint(self) }
  static func differences(_ now: Fingerprint, _ then: Fingerprint) -> [String] { now.differences(from: then) }

  func someEdit(_ stream: inout RandomStream) -> Edit {
    var settings = settings
    switch stream.integer(below: 12) {
    case 0: settings.learningRate = stream.uniform(0.001, 0.3)
    case 1: settings.batch = [.samples(1), .samples(3), .samples(5), .all][stream.integer(below: 4)]
    case 2: settings.optimizer = Optimizer.Kind.allCases[stream.integer(below: Optimizer.Kind.allCases.count)]
    case 3: settings.shuffle.toggle()
    case 4: settings.regularization = Regularization(.l2, rate: stream.uniform(0, 0.01))
    case 5:
      return .activations(network.activations.map { _ in [.tanh, .sigmoid, .rectifier][stream.integer(below: 3)] })
    case 6: return .parameter(index: stream.integer(below: network.parameters.count), value: stream.uniform(-1, 1))
    case 7: return .data(someData(rows: 5 + stream.integer(below: 12), seed: stream.next()))
    case 8: settings.dropout = [stream.uniform(0, 0.6), stream.uniform(0, 0.6)]
    case 9: settings.schedule = Schedule.allCases[stream.integer(below: 4)]
    case 10: settings.clipping = stream.integer(below: 2) == 0 ? nil : stream.uniform(0.01, 0.2)
    default:
      guard stream.integer(below: 3) == 0 else {
        return .parameters(someNetwork(network.layout.sizes, network.activations, seed: 9).parameters)
      }
      return .trainer(someTrainer([2, 1 + stream.integer(below: 4), 1], settings, seed: stream.next()))
    }
    return .settings(settings)
  }
}

/// A trainer with something beside it that changes with its edits: what a session's run is.
struct Course: TrainingProcess {
  var trainer: Trainer
  /// What was asked for.
  var wish: [Int]

  struct Edit: Sendable {
    var changes: [Training.Edit]
    var wish: [Int]
  }

  mutating func apply(_ edit: Edit) {
    for change in edit.changes { trainer.apply(change) }
    wish = edit.wish
  }

  func name(of edit: Edit) -> String { edit.changes.map { trainer.name(of: $0) }.joined(separator: ", ") }

  static func takesOver(with edit: Edit) -> Bool { edit.changes.contains(where: Trainer.takesOver) }
  static func bare(_ edit: Edit) -> Edit { Edit(changes: edit.changes.map(Trainer.bare), wish: edit.wish) }
  static func footprint(of edit: Edit) -> Footprint {
    edit.changes.map(Trainer.footprint).reduce(shared(edit.wish), +)
  }
  var footprint: Footprint { trainer.footprint + Course.shared(wish) }

  private static func shared(_ wish: [Int]) -> Footprint {
    var footprint = Footprint(own: 64)
    footprint.share(wish)
    return footprint
  }
}

extension Course: Movable {
  init(seed: UInt64) { self.init(trainer: someTrainer(seed: seed), wish: Array(0..<2_000)) }

  var mark: (trainer: Fingerprint, wish: [Int]) { (Fingerprint(trainer), wish) }
  static func differences(_ now: (trainer: Fingerprint, wish: [Int]), _ then: (trainer: Fingerprint, wish: [Int]))
    -> [String]
  {
    now.trainer.differences(from: then.trainer) + (now.wish == then.wish ? [] : ["wish"])
  }

  func someEdit(_ stream: inout RandomStream) -> Edit {
    let changes = (0..<stream.integer(below: 3)).reduce(into: [Training.Edit]()) { changes, _ in
      if changes.allSatisfy({ if case .trainer = $0 { false } else { true } }) {
        changes.append(trainer.someEdit(&stream))
      }
    }
    return Edit(changes: changes, wish: stream.integer(below: 2) == 0 ? wish : [Int(stream.next() >> 2)])
  }
}
