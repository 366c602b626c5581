import LinearAlgebra
import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct EnergyLandscapeTests {
  private func network(_ count: Int, seed: UInt64) -> HopfieldNetwork {
    var stream = RandomStream(seed: seed, purpose: .data)
    let weights = (0..<count * count).map { _ in Double(stream.normal()) }
    return HopfieldNetwork(rounding: weights, biases: (0..<count).map { _ in Double(stream.normal()) })
  }

  private func patterns(_ count: Int, units: Int) -> [[Int8]] {
    var stream = RandomStream(seed: 11, purpose: .data)
    return (0..<count).map { _ in (0..<units).map { _ in stream.uniform() < 0.5 ? -1 : 1 } }
  }

  /// At every corner the energy of the network; beyond the cube that of its nearest point.
  @Test func cornersHaveTheNetworksEnergy() {
    let network = network(7, seed: 1)
    let landscape = Landscape.energy(EnergyLandscape(network))
    #expect(landscape.layout.count == 7)
    for bits in 0..<128 {
      let units = (0..<7).map { Int8(bits >> $0 & 1 == 1 ? 1 : -1) }
      let energy = network.energy(of: HopfieldState(units, in: network))
      var point = EnergyLandscape.point(units)
      #expect(abs(landscape.cost(at: point) - energy) < 1e-5 * max(1, abs(energy)))
      for i in point.values.indices { point.values[i] *= 1 + Float(i) }
      #expect(abs(landscape.cost(at: point) - energy) < 1e-5 * max(1, abs(energy)))
    }
  }

  @Test func slopeIsThatOfTheEnergy() {
    let landscape = Landscape.energy(EnergyLandscape(network(9, seed: 2)))
    var stream = RandomStream(seed: 3, purpose: .data)
    let point = Parameters(layout: landscape.layout, values: (0..<9).map { _ in stream.uniform(-0.9, 0.9) })
    let gradient = landscape.gradient(at: point)
    for i in 0..<9 {
      var (up, down) = (point, point)
      up.values[i] += 0.01
      down.values[i] -= 0.01
      let slope = (landscape.cost(at: up) - landscape.cost(at: down)) / Double(up.values[i] - down.values[i])
      #expect(abs(slope - Double(gradient.values[i])) < 1e-3)
    }
  }

  /// Two stored patterns and a state between: the patterns lie in basins of the grid, and the state above them.
  @Test func patternsLieInBasins() throws {
    let patterns = patterns(3, units: 100)
    let network = StorageRule.hebb.network(storing: patterns, count: 100)
    let state = zip(patterns[0], patterns[1]).enumerated().map { $0 % 2 == 0 ? $1.0 : $1.1 }
    let plane = Plane.through(state, ("A", patterns[0]), ("B", patterns[1]))
    var computation = SurfaceComputation(
      .energy(EnergyLandscape(network)), on: plane, window: Plane.patternWindow, width: 37, height: 37, threads: 2)
    while !computation.isComplete { computation.advance(points: 200) }
    let grid = computation.grid
    func cost(_ a: Float, _ b: Float) throws -> Double {
      let cell = try #require(grid.nearest(a: a, b: b))
      return grid[cell.column, cell.row]
    }
    let energies = patterns.map { network.energy(of: HopfieldState($0, in: network)) }
    let (first, second) = (try cost(1, 0), try cost(0, 1))
    let (here, between) = (try cost(0, 0), try cost(0.5, 0.5))
    #expect(abs(first - energies[0]) < 1e-3 && abs(second - energies[1]) < 1e-3)
    #expect(here > max(first, second) + 5)
    #expect(between > max(first, second) + 5, "no ridge between the patterns")
    #expect(plane.a.label == "A" && plane.project(EnergyLandscape.point(patterns[1])).b == 1)
  }

  @Test func aStateThatIsAPatternLooksTowardsItsReverse() {
    let patterns = patterns(2, units: 20)
    let plane = Plane.through(patterns[0], ("A", patterns[0]), ("B", patterns[1]))
    #expect(plane.a.label == "A reversed" && plane.b.label == "B")
    #expect(plane.point(a: 1, b: 0).values == patterns[0].map { -Float($0) })
  }

  /// The way of a state is a path of points, as a training's is, and has its principal components.
  @Test func aPathHasItsPlane() throws {
    let network = StorageRule.hebb.network(storing: patterns(3, units: 60), count: 60)
    var state = HopfieldState(patterns(9, units: 60)[8], in: network)
    var path = [EnergyLandscape.point(state.units)]
    for _ in 0..<5 {
      for unit in 0..<60 where state.isUnstable(unit) {
        state.flip(unit, in: network)
        path.append(EnergyLandscape.point(state.units))
      }
    }
    let plane = try Plane.principalComponents(of: path)
    let landscape = Landscape.energy(EnergyLandscape(network))
    #expect(abs(landscape.cost(at: plane.origin) - network.energy(of: state)) < 1e-4)
    #expect(plane.variance! > 0.5)
  }
}
