import LinearAlgebra
import NeuralNetwork

/// What a settling network needs to go on another day exactly as it would have gone on now, beside its task and its settings: to
/// be written to a file.
public struct SettlingCheckpoint: Codable, Hashable, Sendable {
  let units: [Int8]
  let previous: [Int8]?
  let order: [Int]
  /// The place of the next update in the sweep's order; nil at a sweep's end.
  let place: Int?
  let temperature: UInt32
  let clock, updates, sweeps, sweepsSinceEdit, flips, stepStart, sweepStart: Int
  let rest: String?
  let stream, disturbing: [UInt64]

  /// Keeps a settling network.
  public init(of settling: Settling) {
    (units, previous, order) = (settling.state.units, settling.previous, settling.order)
    switch settling.phase {
    case .unit(let place): self.place = place
    case .all: place = 0
    case .sweep: place = nil
    }
    temperature = settling.temperature.bitPattern
    (clock, updates, sweeps, sweepsSinceEdit) =
      (settling.clock, settling.updates, settling.sweeps, settling.sweepsSinceEdit)
    (flips, stepStart, sweepStart) = (settling.flips, settling.stepStart, settling.sweepStart)
    rest = settling.rest?.rawValue
    (stream, disturbing) = (settling.stream.state, settling.disturbing.state)
  }

  /// Counts beyond this are no counts.
  private static let largestCount = 1 << 60

  /// Whether the numbers can be those of a network of so many units.
  fileprivate func fits(_ count: Int) -> Bool {
    let counts = [clock, updates, sweeps, sweepsSinceEdit, flips, stepStart, sweepStart]
    let temperature = Float(bitPattern: temperature)
    return Self.isState(units, count) && previous.map { Self.isState($0, count) } != false
      && order.sorted() == Array(0..<count) && place.map((0..<count).contains) != false
      && counts.allSatisfy { $0 >= 0 && $0 < Self.largestCount } && temperature >= 0 && temperature.isFinite
      && (rest == nil || Rest(rawValue: rest!) != nil)
  }

  private static func isState(_ units: [Int8], _ count: Int) -> Bool {
    units.count == count && units.allSatisfy { $0 == 1 || $0 == -1 }
  }
}

extension Settling {
  /// Goes on from a checkpoint; nil where task, settings and checkpoint do not belong together.
  public init?(_ checkpoint: SettlingCheckpoint, task: SettlingTask, settings: SettlingSettings) {
    guard checkpoint.fits(task.network.count), let stream = RandomStream(state: checkpoint.stream),
      let disturbing = RandomStream(state: checkpoint.disturbing)
    else { return nil }
    self.init(task, settings: settings, seed: 0)
    (self.stream, self.disturbing) = (stream, disturbing)
    state = HopfieldState(checkpoint.units, in: task.network)
    (previous, order) = (checkpoint.previous, checkpoint.order)
    switch (checkpoint.place, settings.order) {
    case (nil, _): phase = .sweep
    case (_?, .synchronous): phase = .all
    case (let place?, _): phase = .unit(place: place)
    }
    temperature = Float(bitPattern: checkpoint.temperature)
    (clock, updates, sweeps) = (checkpoint.clock, checkpoint.updates, checkpoint.sweeps)
    (sweepsSinceEdit, flips) = (checkpoint.sweepsSinceEdit, checkpoint.flips)
    (stepStart, sweepStart) = (checkpoint.stepStart, checkpoint.sweepStart)
    rest = checkpoint.rest.flatMap(Rest.init)
  }
}
