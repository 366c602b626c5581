/// One unit's update in numbers: every weight times state, their sum with the bias, its sign, and the energy before and
/// after.
public struct FieldArithmetic: Hashable, Sendable {
  /// The number of the unit that is updated.
  public let unit: Int
  /// Each other unit's part, in their order.
  public let terms: [Term]
  /// b, in the unit of energy, not in quanta.
  public let bias: Double
  /// h = Σ w s + b
  public let field: Double
  /// +1 or −1, as it is.
  public let before: Int8
  /// The sign of the field, or the state as it is where the field is 0: what an update without temperature makes of it.
  public let after: Int8
  /// The energy with `before` in the unit's place.
  public let energyBefore: Double
  /// The energy with `after` in the unit's place.
  public let energyAfter: Double

  /// What one other unit adds to a field.
  public struct Term: Hashable, Sendable {
    /// The number of the other unit.
    public let unit: Int
    /// w, in the unit of energy, not in quanta.
    public let weight: Double
    /// s: +1 or −1.
    public let state: Int8
    /// w · s
    public var product: Double { weight * Double(state) }
  }

  /// Works the update out and leaves the state as it is. Traps where there is no such unit.
  public init(of unit: Int, in network: HopfieldNetwork, at state: HopfieldState) {
    self.unit = unit
    terms = (0..<network.count).filter { $0 != unit }.map {
      Term(unit: $0, weight: network.weight(unit, $0), state: state.units[$0])
    }
    bias = Double(network.biases[unit]) * network.quantum
    field = network.field(of: unit, in: state)
    before = state.units[unit]
    after = state.isUnstable(unit) ? -before : before
    energyBefore = network.energy(of: state)
    let change = after == before ? 0 : state.change(flipping: unit)
    energyAfter = Double(state.energy + change) * network.quantum
  }
}
