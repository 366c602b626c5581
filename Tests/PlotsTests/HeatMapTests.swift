import Plots
import Screen
import Testing

@Suite struct HeatMapTests {
  /// x on a plane from −1 to 1.
  static let slope = HeatMap(
    Grid(width: 9, height: 5, values: (0..<45).map { Double($0 % 9) / 4 - 1 }), scale: .diverging(limit: 1))

  /// A bowl with its foot off the middle, by its cost.
  static let bowl: HeatMap = {
    let values = (0..<21 * 21).map { index in
      let (x, y) = (Double(index % 21) / 10 - 1, Double(index / 21) / 10 - 1)
      return (x - 0.3) * (x - 0.3) + 2 * (y + 0.2) * (y + 0.2)
    }
    let grid = Grid(width: 21, height: 21, values: values)
    var map = HeatMap(grid, scale: .sequential(0...2))
    map.contours = .linear(0...2, count: 4)
    return map
  }()

  func mapped(_ map: HeatMap, _ width: Int, _ height: Int, _ theme: Theme) -> Frame {
    drawn(width, height) { map.draw(into: &$0, in: $0.region, theme: theme) }
  }

  @Test func densityShowsMagnitudeAndSign() {
    expectPicture(
      mapped(Self.slope, 18, 3, .plain()),
      """
      -█▓▓-░░ ⢸  ░+▒▓▓+█
      ██-▓▒░- ⢸  ░░▒+▓██
      -█▓▓-░░ ⢸  ░+▒▓▓+█
      """)
    expectPicture(
      mapped(Self.slope, 18, 3, .plain(.ascii)),
      """
      -@#*-:. ~ ..+**#+@
      @@-**:- ~ +.:*+#@@
      -@#*-:. ~ ..+**#+@
      """)
  }

  @Test func sixteenColoursHaveTwoSignsAndDensity() {
    let theme = Theme(name: .dark, depth: .sixteen, glyphs: .braille)
    let frame = mapped(Self.slope, 10, 1, theme)
    expectPicture(
      frame,
      """
      █▓▒░⢸ ░▒▓█
      """)
    #expect(frame[0, 0].style.foreground == .ansi(3))
    #expect(frame[9, 0].style.foreground == .ansi(6))
    #expect(frame.colors == [.ansi(3), .ansi(6)])
  }

  @Test func theMapHasAxesAndALegend() {
    expectPicture(
      mapped(Self.bowl, 40, 10, .plain()),
      """
       1 ████████████████████████████ ██ 2
         █████████⣀⣀⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠦⠤⠤⠤⣀⡀ ██
         ████⢀⠤⠒⠒⠉▓▒▒⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⣀⡀▒▒⠈ ▓▓
         ██⡠⠒⠁▒▒▒⡠⠒⠒⠉░░░      ░░░⠈⠉⠉⠦ ▓▓
       0 ⢠⠊▓▒▒▒⡔⠉░░                ░░ ▒▒ 1
         ⢸▓▓▒▒⠸⡀░░                  ░ ░░
         ⠈⢆▓▓▒▒⠱⡄░░░               ░░ ░░
         █⠈⠉⢆⡀▓▒⠈⠉⠢⠤⠤⣀⡀░░░░░░░░░░⣀⣀⠤⠊
      -1 ████⠈⠉⠢⠤⠤⣀⡀▒▒⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉▒▓⣀⡠    0
         -1            0            1
      """)
    expectPicture(
      mapped(Self.bowl, 40, 10, .plain(.ascii)),
      """
       1 @@@@@@@@@@@@@@@@@@@@@@@@@@@@ @@ 2
         @@@@@@@@@~~~~~~~~~~~~~~~~~~~ @@
         @@@@@~~~~***~~~~~~~~~~~~~**~ ##
         @@~~~**:~~~~............~~~~ **
       0 ~~#**:~~...              ... ** 1
         ~#**:~~...                .. ::
         ~~#**:~~....             ... ..
         @~~~~**~~~~~~~..........~~~~
      -1 @@@@~~~~~~~**~~~~~~~~~~~**~~    0
         -1            0            1
      """)
  }

  /// A slope of 60 contours in 10 rows: where all of them would fill the picture, two lines at most meet in a row.
  @Test func contoursNeverRunTogether() {
    let rows = 41
    var map = HeatMap(
      Grid(width: 2, height: rows, values: (0..<rows).flatMap { [Double($0), Double($0)] }),
      scale: .sequential(0...Double(rows - 1)), xRange: 0...1, yRange: 0...1)
    map.contours = .linear(0...Double(rows - 1), count: 60)
    map.showsLegend = false
    map.showsAxes = false
    let frame = mapped(map, 8, 10, Theme(name: .dark, depth: .palette, glyphs: .braille))
    let glyphs = (0..<10).map { frame[3, $0].scalar }.filter { (0x2801...0x28FF).contains($0.value) }
    #expect(glyphs.count >= 4)
    #expect(glyphs.allSatisfy { ($0.value & 0xFF).nonzeroBitCount <= 4 }, "\(glyphs)")
  }

  @Test func contoursAreDotsOnTheirColour() {
    var map = Self.bowl
    map.showsLegend = false
    map.showsAxes = false
    let theme = Theme(name: .dark, depth: .palette, glyphs: .braille)
    let frame = mapped(map, 24, 12, theme)
    var dots = frame
    for y in 0..<12 { for x in 0..<24 where dots[x, y].scalar == "▀" { dots[x, y] = .blank } }
    expectPicture(
      dots,
      """

                ⢀⣀⣀⣀⣀⣀⣀⣀⣀⡀⡀
           ⢀⣠⣀⠤⠒⣉⣉⠤⠤⠤⠤⠤⠤⠤⠭⣉⡉⠢⠤
         ⣠⡠⠒⢉⠤⠒⠉⣀⣀⠤⠤⠒⠒⠒⠢⠤⠤⣀⡉⠉⠢
       ⣠⡰⠉⡠⠒⠁⣀⠔⠉⢀⣠⣀⠤⠤⠤⠤⠤⠤⡀⣀⠉⠉⢆
      ⠏⡎⢀⡔⠁⢀⠎ ⣠⡠⠒⠉⠋⠉⠉ ⠈⠉⠙⠈⠉⢆⡀
      ⡸ ⢸⢠⢀⠇ ⠇⡎⢀⠁         ⠈⡄⠱⡀
      ⢇ ⢸⠸⠸⡄ ⡀⡇⠘           ⠇⢀⠇
      ⠸⡄⠈⢆⡄⠱⡀⠈⠑⢆⠘⣄       ⣀⠋⢀⠎⠃
      ⠈⠱⡄⠈⢆⡀⠑⢆⡀⠈⠉⠢⠤⠤⣀⣀⣀⣀⠤⠤⠒⠁⢀⡠
        ⠈⠣⡄⠑⠦⠤⡉⠉⠦⠤⣀⣀⣀⣀⣀⣀⣀⣀⠤⠒⠉⢀
          ⠈⠉⠢⠤⣉⠉⠢⠤⠤⠤⣀⣀⣀⣀⣀⠤⠤⠒⣉⡡
      """)
    #expect(frame.cells.allSatisfy { $0.style.background != .standard })
  }

  @Test func equalHalvesAreABlank() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .quadrants)
    let flat = HeatMap.picture(Grid(width: 1, height: 1, values: [1.0]), scale: .diverging(limit: 1))
    #expect(mapped(flat, 2, 1, theme)[0, 0] == Cell(" ", Style(.standard, on: .palette(117))))
    let split = HeatMap.picture(Grid(width: 1, height: 2, values: [-1.0, 1.0]), scale: .diverging(limit: 1))
    #expect(mapped(split, 1, 1, theme)[0, 0] == Cell("▀", Style(.palette(222), on: .palette(117))))
  }

  @Test func whatIsNotFiniteIsAGap() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .quadrants)
    let grid = Grid(width: 1, height: 2, values: [.nan, 1.0])
    #expect(mapped(.picture(grid, scale: .diverging(limit: 1)), 1, 1, theme)[0, 0] == Cell("▄", Style(.palette(117))))
    let none = Grid(width: 1, height: 1, values: [Double.infinity])
    #expect(mapped(.picture(none, scale: .grey()), 1, 1, theme)[0, 0] == theme.gap)
    #expect(mapped(.picture(none, scale: .grey()), 1, 1, .plain(.ascii))[0, 0].scalar == "?")
  }

  @Test func aPictureKeepsItsShapeAndItsFirstRowOnTop() {
    let grid = Grid(width: 4, height: 4, values: (0..<16).map { $0 < 4 ? 1.0 : 0 })
    let map = HeatMap.picture(grid, scale: .grey())
    let layout = map.layout(in: Region(x: 0, y: 0, width: 20, height: 4))
    #expect(layout.plot == Region(x: 6, y: 0, width: 8, height: 4))
    expectPicture(
      mapped(map, 12, 4, .plain()),
      """
        ████████



      """)
    var plane = HeatMap(grid, scale: .grey())
    plane.isSmooth = false
    plane.showsAxes = false
    expectPicture(
      mapped(plane, 8, 4, .plain()),
      """



      ████████
      """)
  }

  @Test func marksAndPathsLieAtTheirPlaces() {
    var map = HeatMap(
      Grid(width: 2, height: 2, values: [0.0, 0, 0, 0]), scale: .sequential(0...1), xRange: 0...10, yRange: 0...4)
    map.showsAxes = false
    map.showsLegend = false
    map.paths = [.init([.init(x: 0, y: 0), .init(x: 10, y: 4)], style: .plain)]
    map.marks = [.init(x: 10, y: 4, glyph: "@"), .init(x: 0, y: 0, glyph: "o"), .init(x: 11, y: 0, glyph: "!")]
    expectPicture(
      mapped(map, 11, 4, .plain()),
      """
              ⢀⠔@
           ⢀⠤⠊⠁
        ⢀⡠⠒⠁
      o⠔⠁
      """)
  }

  /// Marks in every colour of a theme on every colour of its scales.
  @Test(arguments: [Theme.Name.dark, .light, .highContrast], [ColorDepth.palette, .full])
  func aMarkIsAlwaysSeen(_ name: Theme.Name, _ depth: ColorDepth) throws {
    let theme = Theme(name: name, depth: depth, glyphs: .braille)
    let styles =
      (0..<Theme.seriesCount).map { theme.series($0).style } + [theme.negative, theme.positive, theme.highlight]
    for scale in [ValueScale.diverging(limit: 1), .sequential(-1...1), .grey(-1...1)] {
      for value in stride(from: -1.0, through: 1, by: 0.125) {
        for style in styles {
          var map = HeatMap(Grid(width: 1, height: 1, values: [value]), scale: scale)
          map.marks = [.init(x: 0, y: 0, glyph: "●", style: style)]
          let cell = mapped(map, 3, 1, theme)[1, 0]
          let mark = try #require(cell.style.foreground.components).luminance
          let ground = try #require(cell.style.background.components).luminance
          let ratio = (max(mark, ground) + 0.05) / (min(mark, ground) + 0.05)
          #expect(ratio >= 2, "\(style) on \(scale.kind) at \(value): \(ratio)")
        }
      }
    }
  }

  @Test func pointsAndCellsFitTogether() throws {
    let map = Self.bowl
    let layout = map.layout(in: Region(x: 4, y: 2, width: 50, height: 20))
    for row in layout.plot.y..<layout.plot.maxY {
      for column in layout.plot.x..<layout.plot.maxX {
        let point = try #require(layout.point(atColumn: column, row: row))
        #expect(layout.cell(of: point) == Frame.Position(x: column, y: row))
      }
    }
    let top = try #require(layout.point(atColumn: layout.plot.x, row: layout.plot.y))
    #expect(top.y > 0.9)
  }

  @Test func theGridIsReadAtItsCorners() {
    let grid = Grid(width: 2, height: 1, values: [Float(0), 1])
    #expect(grid.range == 0...1)
    let frame = mapped(HeatMap(grid, scale: .grey()), 8, 1, Theme(name: .dark, depth: .palette, glyphs: .block))
    let levels = (0..<8).map { frame[$0, 0].style.background.components!.red }
    #expect(levels == levels.sorted())
    #expect(Set(levels).count == 8)
  }

  @Test func contourBands() {
    let contours = Contours.linear(0...4, count: 3)
    #expect(contours.levels == [1, 2, 3])
    #expect([-1, 1, 2.5, 9].map { contours.band(of: $0) } == [0, 1, 2, 3])
    #expect(contours.band(of: .nan) == nil)
    let powers = Contours.logarithmic(0.01...100, count: 3).levels
    for (level, expected) in zip(powers, [0.1, 1, 10]) { #expect((level / expected - 1).magnitude < 1e-12) }
  }

  @Test func axesOfDifferentRangesFillTheRoom() {
    var map = Self.slope
    map.xRange = 0...1000
    map.yRange = 0...1
    map.aspect = 1000
    #expect(map.layout(in: Region(x: 0, y: 0, width: 60, height: 20)).plot.height == 19)
  }

  /// Points of a class are of one colour, on every ground.
  @Test(arguments: [Theme.Name.dark, .light, .highContrast], [ColorDepth.palette, .full])
  func aPointKeepsItsColour(_ name: Theme.Name, _ depth: ColorDepth) {
    let theme = Theme(name: name, depth: depth, glyphs: .quadrants)
    for dots in [nil, 1, 2] as [Int?] {
      for slot in 0..<Theme.seriesCount {
        for value in stride(from: 0.05, to: 6, by: 0.31) {
          let style = theme.series(slot).style
          var map = HeatMap(Grid(width: 1, height: 1, values: [value]), scale: .classes)
          map.marks = [.init(x: 0, y: 0, glyph: "●", style: style, dots: dots)]
          let cell = mapped(map, 3, 1, theme)[1, 0]
          #expect(cell.style.foreground == style.foreground)
          let lights = [cell.style.foreground, cell.style.background].map { $0.components!.luminance + 0.05 }
          #expect(lights.max()! / lights.min()! >= 3.4, "\(name) \(slot) on \(value)")
        }
      }
    }
  }
}
