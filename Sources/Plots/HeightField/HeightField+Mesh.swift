import Screen

/// The surface of a mountain in triangles, with its sides down to the floor.
struct Mesh {
  /// Places of the world and what is mixed between them.
  var places: [Place] = []
  var shades: [SIMD3<Float>] = []
  /// Three corners each.
  var triangles: [Int32] = []

  mutating func add(_ place: Place, _ shade: SIMD3<Float>) {
    places.append(place)
    shades.append(shade)
  }

  /// Two triangles between four corners in turn.
  mutating func addSquare(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    triangles += [Int32(a), Int32(b), Int32(c), Int32(a), Int32(c), Int32(d)]
  }
}

extension HeightField {
  /// The height of a place on the scale, 0…1, in the world.
  static func height(_ place: Double) -> Float { Projection.top * Float(min(1, max(0, place))) }

  /// The values as places on the scale, clamped to it; NaN for holes.
  var placesOnScale: [Double] { grid.values.map { scale.position(of: $0) ?? .nan } }

  /// Where column `x`, row `y` of the grid lies on the ground, −1…1.
  func ground(_ x: Double, _ y: Double) -> SIMD2<Float> {
    SIMD2(
      Float(grid.width > 1 ? 2 * x / Double(grid.width - 1) - 1 : 0),
      Float(grid.height > 1 ? 2 * y / Double(grid.height - 1) - 1 : 0))
  }

  /// The surface and its sides. Places in fog lie on the sea, as high as the lowest lit one, so that they tell nothing.
  func mesh() -> Mesh {
    var mesh = Mesh()
    guard grid.width > 1, grid.height > 1 else { return mesh }
    let surface = surface()
    for y in 0..<grid.height {
      for x in 0..<grid.width {
        let spot = ground(Double(x), Double(y))
        let index = y * grid.width + x
        let shade = SIMD3(Float(surface.heights[index]), light(surface.heights, x, y), surface.isFog(index) ? 1 : 0)
        mesh.add(Place(spot.x, spot.y, Self.height(surface.heights[index])), shade)
      }
    }
    for y in 0..<grid.height - 1 {
      for x in 0..<grid.width - 1 {
        let first = y * grid.width + x
        let corners = [first, first + 1, first + grid.width + 1, first + grid.width]
        guard corners.allSatisfy({ surface.heights[$0].isFinite }) else { continue }
        mesh.addSquare(corners[0], corners[1], corners[2], corners[3])
      }
    }
    addSides(to: &mesh)
    return mesh
  }

  private struct Surface {
    var heights: [Double]
    let lit: [Bool]?

    func isFog(_ index: Int) -> Bool { lit.map { !$0[index] } ?? false }
  }

  private func surface() -> Surface {
    var surface = Surface(heights: placesOnScale, lit: lit)
    guard let lit else { return surface }
    precondition(lit.count == grid.values.count, "\(grid.values.count) places have \(lit.count) lights")
    let sea = zip(surface.heights, lit).reduce(1.0) { $1.1 && $1.0.isFinite ? min($0, $1.0) : $0 }
    for index in lit.indices where !lit[index] { surface.heights[index] = sea }
    return surface
  }

  /// The light of a sun in the upper left, 0…1, by the slope between the neighbours.
  private func light(_ heights: [Double], _ x: Int, _ y: Int) -> Float {
    func height(_ x: Int, _ y: Int) -> Float {
      let place = heights[min(grid.height - 1, max(0, y)) * grid.width + min(grid.width - 1, max(0, x))]
      return Self.height(place.isFinite ? place : heights[self.index(x, y)])
    }
    let across = (height(x + 1, y) - height(x - 1, y)) * Float(grid.width - 1) / 4
    let along = (height(x, y + 1) - height(x, y - 1)) * Float(grid.height - 1) / 4
    let length = (across * across + along * along + 1).squareRoot()
    let facing = (0.56 * across - 0.36 * along + 0.75) / length
    return max(0, min(1, facing.isFinite ? facing : 0.7))
  }

  private func index(_ x: Int, _ y: Int) -> Int {
    min(grid.height - 1, max(0, y)) * grid.width + min(grid.width - 1, max(0, x))
  }

  /// Walls from the edge of the surface to the floor.
  private func addSides(to mesh: inout Mesh) {
    let (w, h) = (grid.width, grid.height)
    let edge =
      (0..<w).map { $0 } + (1..<h).map { $0 * w + w - 1 } + (0..<w - 1).reversed().map { (h - 1) * w + $0 }
      + (0..<h - 1).reversed().map { $0 * w }
    for (a, b) in zip(edge, edge.dropFirst()) where mesh.places[a].z.isFinite && mesh.places[b].z.isFinite {
      let first = mesh.places.count
      for corner in [a, b] {
        for isTop in [true, false] {
          var place = mesh.places[corner]
          if !isTop { place.z = 0 }
          let shade = mesh.shades[corner]
          mesh.add(place, SIMD3(shade.x, isTop ? 0.18 : 0.05, shade.z))
        }
      }
      mesh.addSquare(first, first + 2, first + 3, first + 1)
    }
  }
}
