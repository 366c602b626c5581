import LinearAlgebra

/// The units of a Hopfield network at one moment, with every unit's field and the energy, kept up to date flip by flip.
public struct HopfieldState: Hashable, Sendable {
  /// +1 or −1 each, `[count]`.
  public private(set) var units: [Int8]
  /// h_i = Σ_j w_ij s_j + b_i, in quanta: the sign that the unit wants to have.
  public private(set) var fields: [Int32]
  /// E, in quanta.
  public private(set) var energy: Int

  /// Traps unless there is a +1 or −1 for every unit.
  public init(_ units: [Int8], in network: HopfieldNetwork) {
    precondition(units.count == network.count, "\(network.count) units, got a state of \(units.count)")
    precondition(units.allSatisfy { $0 == 1 || $0 == -1 }, "a unit is +1 or −1")
    self.units = units
    fields = network.fields(of: units)
    energy = network.energy(of: units, fields: fields)
  }

  /// What a flip of the unit adds to the energy, in quanta: ΔE = 2 s_i h_i.
  public func change(flipping unit: Int) -> Int { 2 * Int(units[unit]) * Int(fields[unit]) }

  /// Whether the unit's field speaks against its state; a field of 0 leaves it as it is.
  @inline(__always)
  public func isUnstable(_ unit: Int) -> Bool { Int(units[unit]) * Int(fields[unit]) < 0 }

  /// Whether no unit wants to flip: a local minimum of the energy.
  public var isStable: Bool { !units.indices.contains(where: isUnstable) }

  /// Turns a unit over: one multiply-add for every other unit's field.
  public mutating func flip(_ unit: Int, in network: HopfieldNetwork) {
    precondition(network.count == units.count, "a state of \(units.count) units in a network of \(network.count)")
    energy += change(flipping: unit)
    units[unit] = -units[unit]
    let factor = 2 * Int32(units[unit])
    network.weights.withUnsafeBufferPointer { weights in
      fields.withUnsafeMutableBufferPointer { fields in
        Kernels.add(
          weights.baseAddress! + unit * fields.count, times: factor, to: fields.baseAddress!, count: fields.count)
      }
    }
  }
}

extension HopfieldNetwork {
  /// Σ w s + b for every unit: N² multiply-adds.
  fileprivate func fields(of units: [Int8]) -> [Int32] {
    var sums = biases
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for (i, unit) in units.enumerated() {
          Kernels.add(weights.baseAddress! + i * count, times: Int32(unit), to: sums.baseAddress!, count: count)
        }
      }
    }
    return sums
  }

  /// E by its definition: ½ Σ s (h + b) counts every pair once, and every bias.
  fileprivate func energy(of units: [Int8], fields: [Int32]) -> Int {
    var twice = 2 * offset
    for i in units.indices { twice -= Int(units[i]) * (Int(fields[i]) + Int(biases[i])) }
    return twice / 2
  }

  /// E of a state.
  public func energy(of state: HopfieldState) -> Double { Double(state.energy) * quantum }

  /// h_i of a state.
  public func field(of unit: Int, in state: HopfieldState) -> Double { Double(state.fields[unit]) * quantum }
}

extension [Int8] {
  /// m = Σ s_i ξ_i / N of two states: 1 where they are equal, −1 where one is the other reversed.
  public func overlap(with other: [Int8]) -> Double {
    precondition(count == other.count, "states of \(count) and \(other.count) units")
    var sum = 0
    for i in indices { sum += Int(self[i]) * Int(other[i]) }
    return isEmpty ? 0 : Double(sum) / Double(count)
  }
}
