import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// The surface that the present point lies on.
extension Course {
  /// The cost over the weights, or the energy over the states; nil where there is no surface.
  var landscape: Landscape? {
    if let settler { return settler.network.count > 1 ? .energy(EnergyLandscape(settler.network)) : nil }
    return training.map { .network(NetworkLandscape(of: $0)) }
  }

  /// The state and the two stored patterns that are nearest to it, reversed or not; nil where there are not two.
  var patternTriangle: PatternTriangle? {
    guard let settler, case .memory(let memory) = settler.task, memory.patterns.count > 1 else { return nil }
    let overlaps = memory.overlaps(of: settler.state.units).map(\.magnitude)
    let order = overlaps.indices.sorted { (overlaps[$0], $1) > (overlaps[$1], $0) }
    let corners = order.prefix(2).sorted().map { number in
      PatternTriangle.Corner(name: memory.patterns[number].name, units: memory.patterns[number].units)
    }
    return PatternTriangle(settler.state.units, corners[0], corners[1])
  }

  /// An edit that leads to a point of the surface: weights, or the state that is nearest.
  func edit(movingTo point: Parameters) -> Edit {
    guard settler != nil else { return edit([.training(.parameters(point))]) }
    return edit(.set(units: point.values.map { $0 >= 0 ? Int8(1) : -1 }))
  }
}
