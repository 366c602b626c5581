import LinearAlgebra
import NeuralNetwork

extension Settling {
  /// Performs one phase, and moves on to its successor.
  ///
  /// At a fixed point it does nothing; a two-cycle goes on back and forth.
  public mutating func advance() {
    guard rest != .fixedPoint else { return }
    let current = phase
    switch current {
    case .unit(let place): update(place: place)
    case .all: updateAll()
    case .sweep: endSweep()
    }
    performed = current
    clock += 1
  }

  private mutating func beginUpdate(ofSweep isFirst: Bool) {
    stepStart = clock
    if isFirst { (sweepStart, flips) = (clock, 0) }
    updates += 1
  }

  /// To the end of the present sweep.
  public mutating func sweep() {
    guard rest != .fixedPoint else { return }
    repeat { advance() } while performed != .sweep
  }

  /// Until it rests, or for so many sweeps.
  ///
  /// - Returns: whether it rests.
  @discardableResult
  public mutating func settle(sweeps limit: Int) -> Bool {
    let end = sweeps + limit
    while rest == nil, sweeps < end { sweep() }
    return rest != nil
  }

  /// The unit that the next phase updates, where it updates one alone.
  public var nextUnit: Int? {
    if case .unit(let place) = phase { order[place] } else { nil }
  }

  /// The sign of the field, or at a temperature +1 with probability 1 / (1 + exp(−2h/T)).
  private mutating func update(place: Int) {
    beginUpdate(ofSweep: place == 0)
    phase = place + 1 < order.count ? .unit(place: place + 1) : .sweep
    let unit = order[place]
    guard wantsToFlip(unit) else { return }
    state.flip(unit, in: network)
    flips += 1
  }

  @inline(__always)
  private mutating func wantsToFlip(_ unit: Int) -> Bool {
    guard temperature > 0 else { return state.isUnstable(unit) }
    let chance = Elementary.sigmoid(2 * Float(network.field(of: unit, in: state)) / temperature)
    return (stream.uniform() < chance) != (state.units[unit] > 0)
  }

  private mutating func updateAll() {
    beginUpdate(ofSweep: true)
    phase = .sweep
    let before = state.units
    var flipping: [Int] = []
    for unit in before.indices where wantsToFlip(unit) { flipping.append(unit) }
    for unit in flipping { state.flip(unit, in: network) }
    flips = flipping.count
    if temperature == 0 { rest = flips == 0 ? nil : previous == state.units ? .twoCycle : nil }
    previous = temperature == 0 ? before : nil
  }

  private mutating func endSweep() {
    sweeps += 1
    sweepsSinceEdit += 1
    if temperature == 0, flips == 0 { rest = .fixedPoint }
    temperature = settings.annealing.next(after: temperature)
    prepareSweep()
  }

  /// Draws the order of a new sweep.
  mutating func prepareSweep() {
    phase = settings.order == .synchronous ? .all : .unit(place: 0)
    switch settings.order {
    case .random: stream.shuffle(&order)
    case .cyclic, .synchronous: for unit in order.indices { order[unit] = unit }
    }
  }
}
