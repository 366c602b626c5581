import Plots
import Screen
import Testing

/// Wells, contours and borders between classes, where they are and at every depth of colour.
extension HeatMapTests {
  /// Two hollows of different depth: the shallow one is closed in by a line of its own at every depth of colour.
  static let wells: HeatMap = {
    let values = (0..<41 * 41).map { index in
      let (x, y) = (Double(index % 41) / 20 - 1, Double(index / 41) / 20 - 1)
      let (a, b) = ((x - 0.5) * (x - 0.5) + y * y, (x + 0.5) * (x + 0.5) + y * y)
      return 2 - 1.6 * max(0, 1 - 5 * a) - 0.7 * max(0, 1 - 8 * b)
    }
    var map = HeatMap(Grid(width: 41, height: 41, values: values), scale: .sequential(0.4...2))
    map.contours = .linear(0.4...2, count: 10)
    return map
  }()

  @Test(arguments: [ColorDepth.sixteen, .eight, .none], GlyphSet.allCases)
  func bothWellsAreSeenWithFewColours(_ depth: ColorDepth, _ glyphs: GlyphSet) throws {
    let frame = mapped(Self.wells, 80, 24, Theme(name: .dark, depth: depth, glyphs: glyphs))
    let plot = Self.wells.layout(in: frame.region).plot
    func isGround(_ x: Int, _ y: Int) -> Bool { ["█", "@"].contains(frame[x, y].scalar) }
    let row = plot.y + plot.height / 2
    let marked = (plot.x..<plot.maxX).map { !isGround($0, row) }
    func isMarked(_ from: Double, _ to: Double) -> Bool {
      marked[Int(from * Double(plot.width))..<Int(to * Double(plot.width))].contains(true)
    }
    #expect(isMarked(0.1, 0.4) && isMarked(0.6, 0.9), "\(frame.lines[row])")
    #expect(!isMarked(0.44, 0.5), "\(frame.lines[row])")
  }

  @Test(arguments: [ColorDepth.sixteen, .none], GlyphSet.allCases)
  func aBorderIsSeenWithFewColours(_ depth: ColorDepth, _ glyphs: GlyphSet) {
    let theme = Theme(name: .dark, depth: depth, glyphs: glyphs)
    var classes = HeatMap(Grid(width: 2, height: 2, values: [0.5, 1.5, 0.5, 1.5]), scale: .classes)
    classes.showsAxes = false
    for map in [Self.slope, classes] {
      let frame = mapped(map, 18, 4, theme)
      for row in 0..<4 {
        let line = (7..<11).contains { x in
          Self.isLine(frame[x, row].scalar)
        }
        #expect(line, "\(glyphs) \(depth):\n\(frame.text)")
      }
    }
  }

  /// Between a sure sample and a doubtful one the border lies nearer to the doubtful one.
  @Test func classBordersAreInterpolated() {
    for (left, right, border) in [(0.5, 0.5, 0.5), (0.9, 0.1, 0.9), (0.2, 0.6, 0.25)] {
      var map = HeatMap(Grid(width: 2, height: 1, values: [left, 1 + right]), scale: .classes)
      (map.showsAxes, map.showsLegend) = (false, false)
      let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)
      let frame = mapped(map, 100, 1, theme)
      func isOfFirst(_ x: Int) -> Bool {
        let parts = frame[x, 0].style.background.components!
        return parts.blue > parts.red
      }
      let found = Double((0..<100).first { !isOfFirst($0) } ?? 100) / 100
      #expect((found - border).magnitude <= 0.02, "\(left) \(right): \(found)")
    }
  }

  /// The cells that a contour of a slope passes are those where the slope has its level, at any angle.
  @Test(arguments: [GlyphSet.quadrants, .block, .ascii])
  func contoursPassWhereTheLevelIs(_ glyphs: GlyphSet) {
    for (a, b) in [(1.0, 0.3), (0.2, 1), (-0.7, 0.6), (1, 0)] {
      let values = (0..<9 * 9).map { index -> Double in
        let (x, y) = (Double(index % 9) / 4 - 1, Double(index / 9) / 4 - 1)
        return a * x + b * y
      }
      var map = HeatMap(Grid(width: 9, height: 9, values: values), scale: .sequential(-2...2))
      map.contours = Contours(levels: [0.1])
      (map.showsAxes, map.showsLegend) = (false, false)
      let frame = mapped(map, 60, 30, Theme(name: .dark, depth: .full, glyphs: glyphs))
      let layout = map.layout(in: frame.region)
      var count = 0
      for y in 0..<30 {
        for x in 0..<60 where Self.isLine(frame[x, y].scalar) {
          let point = layout.point(atColumn: x, row: y)!
          count += 1
          let off = (a * point.x + b * point.y - 0.1).magnitude
          #expect(off <= a.magnitude / 30 * 1.6 + b.magnitude / 15 * 1.1, "\(glyphs) \(a) \(b): \(off)")
        }
      }
      #expect(count >= 28, "\(glyphs) \(a) \(b)")
    }
  }

  static func isLine(_ scalar: Unicode.Scalar) -> Bool {
    (0x2800...0x28ff).contains(scalar.value) || scalar == "·" || scalar == "~"
  }
}
