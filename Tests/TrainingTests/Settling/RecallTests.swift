import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

/// How often settling gets there: the statements that the program makes of itself.
@Suite struct RecallTests {
  #if DEBUG
    static let scale = 1
  #else
    static let scale = 10
  #endif

  /// 5 random patterns of 100 units, 20 % flipped, over many memories.
  @Test(arguments: [(StorageRule.hebb, 0.95), (.projection, 0.99)])
  func fivePatternsAreRecalled(rule: StorageRule, atLeast: Double) {
    var solved = 0.0
    let memories = 20 * Self.scale
    for seed in 1...UInt64(memories) {
      let memory = SettlingTests.memory(5, units: 100, rule: rule, seed: seed)
      solved +=
        SettlingTrials(of: Settling(.memory(memory), seed: seed), count: 25, from: .disturbed(share: 0.2)).solved
    }
    let share = solved / Double(memories)
    #expect(share >= atLeast)
  }

  /// The curve turns where theory says: hardly an error at 0.10 N, many at 0.16 N.
  @Test func capacityTurnsAtItsLimit() {
    #if DEBUG
      let (units, loads, tries) = (200, [0.08, 0.2], 8)
    #else
      let (units, loads, tries) = (500, [0.05, 0.1, 0.12, 0.13, 0.138, 0.145, 0.15, 0.16, 0.18, 0.2], 40)
    #endif
    let curve = CapacityCurve(
      units: units, patterns: loads.map { Int(($0 * Double(units)).rounded()) }, tries: tries, seed: 1)
    let below = curve.points.filter { $0.load <= 0.101 }, above = curve.points.filter { $0.load >= 0.159 }
    #expect(below.allSatisfy { $0.error < 0.02 })
    #expect(above.allSatisfy { $0.error > 0.04 && $0.kept < 0.2 })
    let projected = CapacityCurve(units: 100, patterns: [10, 50], rule: .projection, tries: 50, seed: 1)
    #expect(projected.points.allSatisfy { $0.kept == 1 })
  }

  /// Rooks need no annealing: every minimum is a solution.
  @Test(arguments: [4, 8, 16]) func rooksAreAlwaysSolved(board: Int) {
    let trials = SettlingTrials(
      of: Settling(.arrangement(Arrangement(.rooks(board: board))), seed: 1), count: 10 * Self.scale)
    #expect(trials.solved == 1)
  }

  static let annealing = Annealing.ofPuzzles

  @Test(arguments: [Puzzle.queens(board: 8), .colouring(.australia, colours: 3), .colouring(.germany, colours: 4)])
  func puzzlesAreSolvedByAnnealing(puzzle: Puzzle) {
    let cold = Settling(.arrangement(Arrangement(puzzle)), seed: 1)
    let settings = SettlingSettings(annealing: Self.annealing)
    let trials = SettlingTrials(
      of: Settling(.arrangement(Arrangement(puzzle)), settings: settings, seed: 1), count: 20 * Self.scale)
    let plain = SettlingTrials(of: cold, count: 20 * Self.scale)
    #expect(trials.solved >= 0.9)
    #expect(trials.solved > plain.solved)
    #expect(trials.outcomes.allSatisfy { $0.rest == .fixedPoint && ($0.energy == 0) == $0.isSolved })
  }
}
