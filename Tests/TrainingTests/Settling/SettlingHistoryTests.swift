import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Random walks through time come back to the same bits.
@Suite struct SettlingHistoryTests {
  /// Eight walks: 10,000 moves where the build is optimized.
  #if DEBUG
    static let moves = 150
  #else
    static let moves = 1_250
  #endif

  @Test(arguments: [UInt64(1), 2, 3, 4], [30_000, 4 << 20])
  func randomMovesReturnToTheSameBits(seed: UInt64, budget: Int) {
    var walk = RandomMoves(Settling.self, seed: seed, budget: budget, spacing: 3_000)
    walk.run(Self.moves)
  }

  /// Going to the end in one go, and back one update: the curve is the energy.
  @Test func theCurveIsTheEnergy() {
    var history = History(Settling(seed: 3))
    var energies: [Float] = []
    while !history.process.isStill {
      history.step(times: 1)
      energies.append(Float(history.process.energy))
    }
    #expect(history.process.updates == energies.count)
    let end = history.process
    history.back(by: .update)
    #expect(history.process.updates == end.updates - 1)
    history.step(times: 1)
    #expect(history.process == end)
  }
}

extension Settling: Movable {
  /// Memories and puzzles, cold and warm, one by one and all at once.
  init(seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .data)
    let patterns = (0..<3).map { Pattern.random(name: "\($0)", width: 5, height: 4, from: &stream) }
    let annealing = seed % 2 == 0 ? Annealing(start: 1, factor: 0.9, floor: 0.1) : .none
    self.init(
      .memory(AssociativeMemory(width: 5, height: 4, patterns: patterns)),
      settings: SettlingSettings(order: UpdateOrder.allCases[Int(seed % 3)], annealing: annealing), seed: seed)
  }

  var mark: Settling { self }
  static func differences(_ now: Settling, _ then: Settling) -> [String] { now == then ? [] : ["\(then) → \(now)"] }

  func someEdit(_ stream: inout RandomStream) -> SettlingEdit {
    switch stream.integer(below: 11) {
    case 0: return .flip(unit: stream.integer(below: 20))
    case 1: return .disturb(share: stream.uniform(0, 0.5))
    case 2: return .cover(rows: 0..<2, columns: 1..<3)
    case 3 where !memory.patterns.isEmpty: return .recall(pattern: stream.integer(below: memory.patterns.count))
    case 4: return .restart
    case 5: return .heat
    case 6 where memory.patterns.count < 6: return .add(.random(name: "new", width: 5, height: 4, from: &stream))
    case 7 where !memory.patterns.isEmpty: return .remove(pattern: stream.integer(below: memory.patterns.count))
    case 8: return .rule(memory.rule == .hebb ? .projection : .hebb)
    case 9:
      return .set(units: (0..<20).map { _ in stream.uniform() < 0.5 ? -1 : 1 })
    default:
      return .settings(
        SettlingSettings(
          order: UpdateOrder.allCases[stream.integer(below: 3)],
          annealing: Annealing(start: stream.uniform(0, 2), factor: 0.9, floor: 0.1)))
    }
  }
}
