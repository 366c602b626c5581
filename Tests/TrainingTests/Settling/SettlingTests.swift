import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

/// What holds of every settling network, by property.
@Suite struct SettlingTests {
  static func network(_ count: Int, seed: UInt64) -> HopfieldNetwork {
    var stream = RandomStream(seed: seed, purpose: .data)
    let weights = (0..<count * count).map { _ in Double(stream.normal()) }
    return HopfieldNetwork(rounding: weights, biases: (0..<count).map { _ in Double(stream.normal()) })
  }

  static func memory(_ count: Int, units: Int, rule: StorageRule = .hebb, seed: UInt64) -> AssociativeMemory {
    var stream = RandomStream(seed: seed, purpose: .data)
    let patterns = (0..<count).map { Pattern.random(name: "\($0)", width: units, height: 1, from: &stream) }
    return AssociativeMemory(width: units, height: 1, patterns: patterns, rule: rule)
  }

  @Test(arguments: [UpdateOrder.random, .cyclic], 1...12 as ClosedRange<UInt64>)
  func energyNeverRisesAndRestIsAMinimum(order: UpdateOrder, seed: UInt64) {
    let network = Self.network(Int(seed) * 5, seed: seed)
    var settling = Settling(.energy(network, columns: 5), settings: SettlingSettings(order: order), seed: seed)
    while settling.rest == nil {
      let (before, units) = (settling.state.energy, settling.state.units)
      settling.advance()
      #expect(settling.state.energy <= before, "seed \(seed)")
      #expect((settling.state.energy < before) == (settling.state.units != units), "a flip without gain, seed \(seed)")
    }
    #expect(settling.rest == .fixedPoint && settling.state.isStable)
  }

  /// Goles: with symmetric weights all units at once end in a fixed point or a two-cycle, always.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func synchronousUpdatesEndInAFixedPointOrTwoCycle(seed: UInt64) {
    let network = Self.network(4 + Int(seed), seed: seed)
    var settling = Settling(.energy(network, columns: 4), settings: SettlingSettings(order: .synchronous), seed: seed)
    settling.settle(sweeps: 1000)
    let end = settling.state.units
    settling.sweep()
    switch settling.rest {
    case .fixedPoint: #expect(settling.state.units == end && settling.state.isStable)
    case .twoCycle:
      #expect(settling.state.units != end)
      settling.sweep()
      #expect(settling.state.units == end && settling.rest == .twoCycle)
    case nil: Issue.record("it left its rest, seed \(seed)")
    }
  }

  @Test func bothKindsOfSynchronousRestAreMet() {
    let rests = (1...40 as ClosedRange<UInt64>).map { seed in
      var settling = Settling(
        .energy(Self.network(20, seed: seed), columns: 4), settings: SettlingSettings(order: .synchronous), seed: seed)
      settling.settle(sweeps: 1000)
      return settling.rest
    }
    #expect(rests.contains(.fixedPoint) && rests.contains(.twoCycle))
  }

  @Test(arguments: StorageRule.allCases, UpdateOrder.allCases)
  func storedPatternsAreFixedPointsBelowCapacity(rule: StorageRule, order: UpdateOrder) {
    let memory = Self.memory(5, units: 200, rule: rule, seed: 1)
    var settling = Settling(.memory(memory), settings: SettlingSettings(order: order), seed: 1)
    for pattern in memory.patterns.indices {
      settling.apply(.recall(pattern: pattern))
      settling.settle(sweeps: 10)
      #expect(settling.sweepsSinceEdit == 1 && settling.rest == .fixedPoint)
      #expect(memory.recognize(settling.state.units) == .stored(pattern))
    }
  }

  /// At a temperature each unit is +1 with probability 1 / (1 + exp(−2h/T)): of units that are joined to none, the share.
  @Test(arguments: [Float(0.5), 1, 4]) func temperatureGivesBoltzmannsShares(temperature: Float) {
    let biases = [-1.0, -0.5, 0, 0.25, 1]
    let network = HopfieldNetwork(rounding: Array(repeating: 0, count: 25), biases: biases)
    let settings = SettlingSettings(annealing: Annealing(start: temperature))
    var settling = Settling(.energy(network, columns: 5), settings: settings, seed: 3)
    var counts = Array(repeating: 0, count: 5)
    let sweeps = 4000
    for _ in 0..<sweeps {
      settling.sweep()
      for unit in 0..<5 where settling.state.units[unit] > 0 { counts[unit] += 1 }
    }
    #expect(settling.rest == nil)
    for (count, bias) in zip(counts, biases) {
      let chance = Double(Elementary.sigmoid(Float(2 * bias) / temperature))
      let deviation = (chance * (1 - chance) / Double(sweeps)).squareRoot()
      #expect(abs(Double(count) / Double(sweeps) - chance) < 4 * deviation + 1e-9, "field \(bias) at \(temperature)")
    }
  }

  @Test func temperatureFallsByItsFactorToNothing() {
    let annealing = Annealing(start: 2, factor: 0.5, floor: 0.2)
    var settling = Settling(
      .energy(Self.network(10, seed: 1), columns: 5), settings: SettlingSettings(annealing: annealing), seed: 1)
    var temperatures: [Float] = []
    for _ in 0..<6 {
      temperatures.append(settling.temperature)
      settling.sweep()
    }
    #expect(temperatures == [2, 1, 0.5, 0.25, 0, 0])
    settling.apply(.heat)
    #expect(settling.temperature == 2)
  }

  @Test(arguments: UpdateOrder.allCases) func everySweepTakesEveryUnitOnce(order: UpdateOrder) {
    var settling = Settling(
      .energy(Self.network(9, seed: 2), columns: 3),
      settings: SettlingSettings(order: order, annealing: Annealing(start: 1)), seed: 2)
    var orders: [[Int]] = []
    for sweep in 1...3 {
      var taken: [Int] = []
      repeat {
        if let unit = settling.nextUnit { taken.append(unit) }
        settling.advance()
      } while settling.performed != .sweep
      #expect(order == .synchronous ? taken.isEmpty : taken.sorted() == Array(0..<9))
      #expect(settling.sweeps == sweep)
      orders.append(taken)
    }
    if order == .random { #expect(orders[0] != orders[1]) }
    if order == .cyclic { #expect(orders.allSatisfy { $0 == Array(0..<9) }) }
  }
}
