import CKernels
import LinearAlgebra
import NeuralNetwork
import Testing

/// Energies by their definition, and what is kept up to date by what is worked out anew.
@Suite struct HopfieldNetworkTests {
  static func random(_ count: Int, from stream: inout RandomStream) -> HopfieldNetwork {
    let weights = (0..<count * count).map { _ in Double(stream.normal()) }
    return HopfieldNetwork(rounding: weights, biases: (0..<count).map { _ in Double(stream.normal()) })
  }

  static func units(_ count: Int, from stream: inout RandomStream) -> [Int8] {
    (0..<count).map { _ in stream.uniform() < 0.5 ? -1 : 1 }
  }

  /// E = offset − Σ_{i<j} w s s − Σ b s, with whole numbers.
  static func energy(_ network: HopfieldNetwork, _ units: [Int8]) -> Int {
    var energy = network.offset
    for i in units.indices {
      energy -= Int(network.biases[i]) * Int(units[i])
      for j in 0..<i { energy -= Int(network[i, j]) * Int(units[i]) * Int(units[j]) }
    }
    return energy
  }

  @Test(arguments: [1, 2, 3, 7, 16, 33, 100]) func energyAndFieldsStayExactFlipByFlip(count: Int) {
    var stream = RandomStream(seed: UInt64(count), purpose: .data)
    let network = Self.random(count, from: &stream)
    var state = HopfieldState(Self.units(count, from: &stream), in: network)
    #expect(state.energy == Self.energy(network, state.units))
    for _ in 0..<60 {
      let unit = stream.integer(below: count)
      let change = state.change(flipping: unit), before = state.energy
      state.flip(unit, in: network)
      #expect(state.energy == before + change)
      #expect(state == HopfieldState(state.units, in: network), "\(count) units, after a flip of \(unit)")
      #expect(state.energy == Self.energy(network, state.units))
    }
  }

  /// All 2ⁿ states: a state is stable where no single flip lowers the energy.
  @Test func stabilityIsThatOfTheEnergy() {
    var stream = RandomStream(seed: 5, purpose: .data)
    let network = Self.random(8, from: &stream)
    for bits in 0..<256 {
      let units = (0..<8).map { Int8(bits >> $0 & 1 == 1 ? 1 : -1) }
      let energy = Self.energy(network, units)
      let isMinimum = units.indices.allSatisfy { unit in
        var flipped = units
        flipped[unit] = -flipped[unit]
        return Self.energy(network, flipped) >= energy
      }
      #expect(HopfieldState(units, in: network).isStable == isMinimum)
    }
  }

  @Test func weightsAreKeptToTwentyBits() {
    let network = HopfieldNetwork(rounding: [9, 3, -0.75, 0, 9, 1.0 / 3, 0, 0, 9], biases: [0, 1, 0])
    #expect(network.weight(0, 1) == 3)
    #expect(network.weight(2, 0) == -0.75)
    #expect(abs(network.weight(1, 2) - 1.0 / 3) < 1e-4 && network.weight(2, 1) == network.weight(1, 2))
    #expect((0..<3).allSatisfy { network.weight($0, $0) == 0 })
  }

  @Test(arguments: [0, 1, 2], [1, 3, 4, 9, 16, 31, 64, 100])
  func everyWidthAddsTheSameWholeNumbers(set: Int, count: Int) {
    guard let kernels = kernels_at(set)?.pointee else { return }
    var stream = RandomStream(seed: UInt64(count), purpose: .data)
    let y = (0..<count).map { _ in Int32(truncatingIfNeeded: stream.next()) >> 4 }
    for factor: Int32 in [-2, -1, 1, 2] {
      var x = (0..<count).map { _ in Int32(truncatingIfNeeded: stream.next()) >> 4 }
      let expected = zip(x, y).map { $0 + factor * $1 }
      kernels.add_times(&x, y, factor, count)
      #expect(x == expected, "\(count) by \(factor)")
    }
  }

  @Test func arithmeticAddsUp() {
    var stream = RandomStream(seed: 2, purpose: .data)
    let network = Self.random(12, from: &stream)
    let state = HopfieldState(Self.units(12, from: &stream), in: network)
    for unit in 0..<12 {
      let arithmetic = FieldArithmetic(of: unit, in: network, at: state)
      #expect(arithmetic.terms.map(\.unit) == (0..<12).filter { $0 != unit })
      #expect(arithmetic.terms.reduce(arithmetic.bias) { $0 + $1.product } == arithmetic.field)
      #expect(arithmetic.after == (arithmetic.field > 0 ? 1 : arithmetic.field < 0 ? -1 : arithmetic.before))
      var units = state.units
      units[unit] = arithmetic.after
      #expect(arithmetic.energyBefore == Double(Self.energy(network, state.units)) * network.quantum)
      #expect(arithmetic.energyAfter == Double(Self.energy(network, units)) * network.quantum)
      #expect(arithmetic.energyAfter <= arithmetic.energyBefore)
    }
  }
}
