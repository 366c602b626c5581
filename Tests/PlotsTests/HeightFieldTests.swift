import Screen
import Testing

@testable import Plots

@Suite struct HeightFieldTests {
  static func field(_ width: Int, _ height: Int, _ value: (Double, Double) -> Double) -> HeightField {
    let values = (0..<width * height).map { index in
      value(Double(index % width) / Double(width - 1) * 2 - 1, Double(index / width) / Double(height - 1) * 2 - 1)
    }
    let grid = Grid(width: width, height: height, values: values)
    return HeightField(grid, scale: .sequential(grid.range ?? 0...1))
  }

  static let surfaces: [HeightField] = [
    field(9, 7) { x, y in x * x + y * y }, field(8, 8) { x, y in x * x - y * y },
    field(10, 6) { x, y in x > 0 ? 1 : y }, field(7, 7) { x, y in x * y > 0.4 ? .nan : 1 - x * x },
  ]

  /// The slow way: for every pixel the nearest of all triangles that its line of sight meets.
  static func cast(_ field: HeightField, _ view: Projection, _ width: Int, _ height: Int) -> [Float] {
    let mesh = field.mesh()
    let seen = mesh.places.map(view.seen)
    return (0..<width * height).map { pixel in
      let (x, y) = (Float(pixel % width) + 0.5, Float(pixel / width) + 0.5)
      var nearest: Float = 0
      for first in stride(from: 0, to: mesh.triangles.count, by: 3) {
        let (a, b, c) = (
          seen[Int(mesh.triangles[first])], seen[Int(mesh.triangles[first + 1])], seen[Int(mesh.triangles[first + 2])]
        )
        // Barycentric shares by the areas of the three part triangles.
        func area(_ p: SIMD2<Float>, _ q: SIMD2<Float>, _ r: SIMD2<Float>) -> Float {
          (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        let (p, q, r, eye) = (SIMD2(a.x, a.y), SIMD2(b.x, b.y), SIMD2(c.x, c.y), SIMD2(x, y))
        let whole = area(p, q, r)
        guard whole.isFinite, whole != 0 else { continue }
        let shares = [area(eye, q, r), area(p, eye, r), area(p, q, eye)].map { $0 / whole }
        guard shares.allSatisfy({ $0 >= 0 }) else { continue }
        nearest = max(nearest, shares[0] * a.z + shares[1] * b.z + shares[2] * c.z)
      }
      return nearest
    }
  }

  @Test(arguments: [0.0, 37, 90, 200, 311], [8.0, 35, 80])
  func hiddenSurfacesAreThoseOfARayCaster(_ yaw: Double, _ pitch: Double) {
    for var field in Self.surfaces {
      field.camera = Camera(yaw: yaw, pitch: pitch, zoom: 1)
      let (width, height) = (40, 24)
      let view = Projection(field.camera, width: width, height: height, pixelAspect: 0.5)
      let fast = field.rendered(view, width, height).nearness
      let slow = Self.cast(field, view, width, height)
      // A pixel whose middle lies on an edge may go to either side.
      let different = zip(fast, slow).filter { ($0 - $1).magnitude > 1e-4 }.count
      #expect(different <= 3, "yaw \(yaw), pitch \(pitch): \(different) pixels")
      #expect(fast.contains { $0 > 0 })
    }
  }

  /// Whatever the turn, the whole mountain lies in the picture.
  @Test func theWholeMountainIsSeen() {
    for pitch in stride(from: 5.0, through: 85, by: 20) {
      for yaw in stride(from: 0.0, to: 360, by: 15) {
        let view = Projection(Camera(yaw: yaw, pitch: pitch), width: 80, height: 40, pixelAspect: 0.5)
        for x in [-1, 1] as [Float] {
          for y in [-1, 1] as [Float] {
            for z in [0, Projection.top] {
              let seen = view.seen(Place(x, y, z))
              #expect(seen.x >= 0 && seen.x <= 80 && seen.y >= 0 && seen.y <= 40, "yaw \(yaw), pitch \(pitch): \(seen)")
            }
          }
        }
      }
    }
  }

  @Test func sinesAreThoseOfTheTables() {
    let known = [
      (0.0, 0.0, 1.0), (30, 0.5, 0.8660254037844386), (90, 1, 0), (225, -0.7071067811865476, -0.7071067811865476),
      (-30, -0.5, 0.8660254037844386),
    ]
    for (degrees, sine, cosine) in known {
      let turn = Turn.of(degrees)
      #expect((turn.sine - sine).magnitude < 1e-9 && (turn.cosine - cosine).magnitude < 1e-9, "\(degrees)")
    }
    #expect(Turn.of(.nan).sine == 0)
  }

  /// A hole shows what is behind it: nothing of the surface is drawn there.
  @Test func holesAreOpen() {
    var whole = Self.field(9, 9) { x, y in 0.5 * x }
    whole.camera = Camera(yaw: 0, pitch: 80)
    var holed = whole
    holed.grid[4, 4] = .nan
    let view = Projection(whole.camera, width: 40, height: 40, pixelAspect: 1)
    let (a, b) = (whole.rendered(view, 40, 40).nearness, holed.rendered(view, 40, 40).nearness)
    #expect(a.filter { $0 > 0 }.count > b.filter { $0 > 0 }.count + 10)
  }

  /// What is in fog tells nothing: two mountains that agree where it is lit give the same picture.
  @Test func fogTellsNothing() {
    let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)
    var one = Self.field(12, 12) { x, y in x * x + y * y }
    one.lit = (0..<144).map { index in abs(index % 12 - 5) <= 2 && abs(index / 12 - 5) <= 2 }
    var other = one
    for index in 0..<144 where !one.lit![index] { other.grid[index % 12, index / 12] = Double(index) / 144 }
    let pictures = [one, other].map { field in drawn(60, 20) { field.draw(into: &$0, in: $0.region, theme: theme) } }
    let differing = zip(pictures[0].cells, pictures[1].cells).filter { $0 != $1 }.count
    // Only the light on the border of what is lit may know its neighbours.
    #expect(differing == 0, "\(differing) cells differ")
  }

  @Test func theBallStandsAboveItsShadow() throws {
    let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)
    var field = Self.field(16, 16) { x, y in 1 - x * x - y * y }
    field.walkers = [
      .init(trail: [.init(x: -0.5, y: -0.5), .init(x: 0, y: 0)], style: Style(.hex(0xff5f5f)), hasPlumbLine: true)
    ]
    let frame = drawn(80, 24) { field.draw(into: &$0, in: $0.region, theme: theme) }
    let ball = try #require(frame.cells.firstIndex { $0.scalar == "●" })
    let shadow = try #require(frame.cells.firstIndex { $0.scalar == "×" })
    #expect(ball / 80 < shadow / 80)
    #expect(abs(ball % 80 - shadow % 80) <= 1)
    #expect(frame.cells[ball].style.foreground == .hex(0xff5f5f))
  }

  @Test func everySizeDepthAndGlyphSetIsDrawn() {
    for theme in Theme.every {
      for (width, height) in [(0, 0), (1, 1), (3, 2), (12, 5), (40, 12)] {
        var field = Self.surfaces[3]
        field.contours = .linear(0...1, count: 5)
        field.walkers = [
          .init(
            trail: [.init(x: 0, y: 0), .init(x: .nan, y: 1)], style: theme.warning, arrow: .init(x: 3, y: .infinity)),
          .init(trail: [.init(x: 0.2, y: 0.1)], style: .plain, arrow: .init(x: 0.4, y: 0), hasPlumbLine: true),
        ]
        field.camera = Camera(yaw: 1e300, pitch: .nan, zoom: 3)
        var frame = drawn(width, height) { field.draw(into: &$0, in: $0.region, theme: theme) }
        if theme.glyphs == .ascii { #expect(frame.isASCII) }
        frame = frame.converted(to: theme.depth)
        #expect(frame.converted(to: theme.depth) == frame)
      }
    }
  }

  @Test(arguments: [0.0, 30, 120, 210, 300]) func theFloorHasNamesAndNumbers(yaw: Double) {
    var field = Self.field(12, 12) { x, y in x * x + y * y }
    (field.xRange, field.yRange) = (-2...2, 0...10)
    (field.xName, field.yName) = ("weight", "bias")
    field.camera.yaw = yaw
    let text = drawn(90, 40) { field.draw(into: &$0, in: $0.region, theme: .plain()) }.text
    for word in ["weight", "bias", "-2", "2", "10"] { #expect(text.contains(word), "\(word) at \(yaw):\n\(text)") }
    let small = drawn(25, 12) { field.draw(into: &$0, in: $0.region, theme: .plain()) }.text
    #expect(!small.contains("weight") && !small.contains("bias"))
  }

  /// Names and numbers of the floor stand beside the mountain, never on it.
  @Test func theFloorLeavesTheMountainAsItIs() {
    for field in Self.surfaces {
      let (named, plain) = (Region(x: 0, y: 0, width: 88, height: 30), Region(x: 8, y: 0, width: 80, height: 30))
      var (with, without) = (field, field)
      (with.xName, with.yName) = ("a", "b")
      without.showsAxis = false
      #expect(with.layout(in: named).plot == plain)
      let a = drawn(88, 30) {
        with.draw(into: &$0, in: named, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants))
      }
      let b = drawn(88, 30) {
        without.draw(into: &$0, in: plain, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants))
      }
      for y in 0..<30 {
        for x in 8..<88 where b[x, y] != Frame(width: 88, height: 30)[x, y] {
          #expect(a[x, y] == b[x, y], "at \(x), \(y)")
        }
      }
    }
  }

  @Test func pointsAreAtTheirOwnHeights() throws {
    var field = Self.field(16, 16) { x, _ in 0.5 + 0.0 * x }
    field.scale = .sequential(0...1)
    field.camera = Camera(yaw: 0, pitch: 30, zoom: 1)
    func row(_ value: Double?) -> Int? {
      let mark = HeatMap.Mark(x: 0, y: 0, glyph: "P", style: Style(.hex(0xff5f5f)))
      field.points = [HeightField.Point(mark, value: value)]
      let frame = drawn(80, 40) {
        field.draw(into: &$0, in: $0.region, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants))
      }
      return frame.cells.firstIndex { $0.scalar == "P" }.map { $0 / 80 }
    }
    let (above, on) = (try #require(row(0.9)), try #require(row(nil)))
    #expect(above < on, "a higher point is seen higher up")
    #expect(row(0.5) == on, "a point of the mountain's own height stands on it")
    #expect(row(0.1) == nil, "the mountain hides what is below it")
    #expect(row(.nan) == nil)
    field.xRange = 1...2
    #expect(row(0.9) == nil, "outside of the ground there is nothing")
  }

  @Test func theAxisHasTheNumbersOfTheScale() {
    var field = Self.field(8, 8) { x, y in 10 + 5 * x }
    #expect(drawn(60, 24) { field.draw(into: &$0, in: $0.region, theme: .plain()) }.text.contains("10┤"))
    field = Self.field(8, 8) { x, y in x > 0 ? 100 : 0.01 }
    field.scale = .sequential(0.01...100, logarithmic: true)
    #expect(drawn(60, 24) { field.draw(into: &$0, in: $0.region, theme: .plain()) }.text.contains("1┤"))
  }
}
