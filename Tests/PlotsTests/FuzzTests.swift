import Plots
import Screen
import Testing

/// Every widget with values that nobody planned for, in every theme, depth, glyph set and many sizes: nothing traps,
/// nothing is drawn outside of its region, and no colour or character is used that the terminal lacks.
@Suite struct FuzzTests {
  /// Numbers from a seed.
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ (state >> 31)) &* 0x9e37_79b9_7f4a_7c15
      return mixed ^ (mixed >> 29)
    }

    mutating func value() -> Double {
      let odd: [Double] = [
        .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-20,
      ]
      return Int.random(in: 0..<5, using: &self) == 0
        ? odd.randomElement(using: &self)! : Double.random(in: -2...2, using: &self)
    }

    mutating func values(_ count: Int) -> [Double] { (0..<count).map { _ in value() } }

    mutating func range() -> ClosedRange<Double> {
      let (a, b) = (value(), value())
      return a.isNaN || b.isNaN ? 0...1 : min(a, b)...max(a, b)
    }

    mutating func size() -> (Int, Int) {
      let few = Int.random(in: 0..<3, using: &self) == 0
      return few
        ? (Int.random(in: 0...3, using: &self), Int.random(in: 0...3, using: &self))
        : (Int.random(in: 1...70, using: &self), Int.random(in: 1...24, using: &self))
    }

    mutating func text() -> String {
      ["", "loss", "a long name of a class", "模型", "\u{1b}[31m", "epoch"].randomElement(using: &self)!
    }
  }

  enum Widget: Int, CaseIterable {
    case linePlot, heatMap, diagram, charts, table, confusionMatrix

    func draw(into frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
      switch self {
      case .linePlot: FuzzTests.linePlot(&frame, region, theme, &chance)
      case .heatMap: FuzzTests.heatMap(&frame, region, theme, &chance)
      case .diagram: FuzzTests.diagram(&frame, region, theme, &chance)
      case .charts: FuzzTests.charts(&frame, region, theme, &chance)
      case .table: FuzzTests.table(&frame, region, theme, &chance)
      case .confusionMatrix: FuzzTests.confusionMatrix(&frame, region, theme, &chance)
      }
    }
  }

  @Test(arguments: Widget.allCases)
  func nothingTraps(_ widget: Widget) {
    for (number, theme) in Theme.every.enumerated() {
      for round in 0..<6 {
        var chance = Chance(state: UInt64(number * 100 + round * 7919 + widget.rawValue))
        let (width, height) = chance.size()
        let region = Region(x: 3, y: 2, width: width, height: height)
        let marked = Cell("#", Style(.standard, on: .standard, .italic))
        var frame = Frame(width: width + 6, height: height + 4)
        frame.fill(frame.region, with: marked)
        frame.fill(region)
        widget.draw(into: &frame, region, theme, &chance)
        let place = "\(widget), \(theme.name), \(theme.depth), \(theme.glyphs), \(width)x\(height), round \(round)"
        expectInside(frame, region, marked, place)
        expectShowable(frame, region, theme, place)
      }
    }
  }

  private func expectInside(_ frame: Frame, _ region: Region, _ marked: Cell, _ place: String) {
    var outside = frame
    outside.fill(region, with: marked)
    #expect(outside.cells.allSatisfy { $0 == marked }, "drawn outside: \(place)\n\(frame.text)")
  }

  private func expectShowable(_ frame: Frame, _ region: Region, _ theme: Theme, _ place: String) {
    let colors = frame.colors
    #expect(colors == Set(colors.map { $0.converted(to: theme.depth) }), "colours: \(place)")
    if theme.glyphs == .ascii, !frame.isASCII { Issue.record("not ASCII: \(place)\n\(frame.text)") }
    if theme.glyphs == .block, !frame.isBlock { Issue.record("not in the font: \(place)\n\(frame.text)") }
  }

  static func linePlot(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let series = (0..<Int.random(in: 0...7, using: &chance)).map { index in
      LinePlot.Series(
        name: chance.text(), values: chance.values([0, 1, 5, 400].randomElement(using: &chance)!), look: index)
    }
    var plot = LinePlot(series)
    plot.isLogarithmic = Bool.random(using: &chance)
    if Bool.random(using: &chance) { plot.yRange = chance.range() }
    if Bool.random(using: &chance) { plot.xRange = chance.range() }
    if Bool.random(using: &chance) { plot.cursor = chance.value() }
    plot.events = [.init(x: chance.value(), label: chance.text()), .init(x: 3, label: chance.text())]
    plot.marks = [.init(x: chance.value(), y: chance.value(), glyph: "o", style: theme.highlight)]
    let layout = plot.draw(into: &frame, in: region, theme: theme)
    _ = layout.x(atColumn: region.x + 2)
  }

  static func heatMap(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let (width, height) = (Int.random(in: 0...9, using: &chance), Int.random(in: 0...9, using: &chance))
    let grid = Grid(width: width, height: height, values: chance.values(width * height))
    let scales: [ValueScale] = [
      .diverging(limit: chance.value()), .sequential(chance.range(), logarithmic: true), .grey(chance.range()),
      .classes,
    ]
    var map = HeatMap(
      grid, scale: scales.randomElement(using: &chance)!, xRange: chance.range(), yRange: chance.range())
    map.isSmooth = Bool.random(using: &chance)
    map.growsUpward = Bool.random(using: &chance)
    map.aspect = Bool.random(using: &chance) ? chance.value() : nil
    map.contours = [nil, .linear(chance.range(), count: 5), .logarithmic(chance.range(), count: 9)]
      .randomElement(using: &chance)!
    map.paths = [.init((0..<8).map { _ in .init(x: chance.value(), y: chance.value()) }, style: theme.highlight)]
    map.marks = [.init(x: chance.value(), y: chance.value(), glyph: "x", style: theme.negative)]
    let layout = map.draw(into: &frame, in: region, theme: theme)
    _ = layout.point(atColumn: region.x, row: region.y)
  }

  static func diagram(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let columns = (0..<Int.random(in: 0...5, using: &chance)).map { _ in
      let count = [0, 1, 3, 9, 60].randomElement(using: &chance)!
      return Diagram.Column(
        title: chance.text(),
        nodes: (0..<count).map { _ in
          Diagram.Node(
            value: Bool.random(using: &chance) ? chance.value() : nil, label: chance.text(), bias: chance.value())
        })
    }
    let gaps = (0..<columns.count).map { _ in
      Diagram.Connections(
        (0..<40).map { _ in
          .init(
            from: .random(in: -1...70, using: &chance), to: .random(in: -1...70, using: &chance), weight: chance.value()
          )
        })
    }
    var diagram = Diagram(columns: columns, gaps: gaps)
    let place = Diagram.NodeID(
      column: Int.random(in: -1...5, using: &chance), index: Int.random(in: -1...70, using: &chance))
    diagram.selection = [nil, .node(place), .edge(gap: place.column, from: place.index, to: 2)].randomElement(
      using: &chance)!
    diagram.isolatesSelection = Bool.random(using: &chance)
    diagram.pulses = [.init(gap: Int.random(in: -1...4, using: &chance), position: chance.value(), isBackward: true)]
    let layout = diagram.draw(into: &frame, in: region, theme: theme)
    _ = layout.node(atColumn: region.x, row: region.y)
  }

  static func charts(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let values = chance.values([0, 1, 7, 90].randomElement(using: &chance)!)
    switch Int.random(in: 0..<2, using: &chance) {
    case 0:
      BarChart(
        values.map { .init(label: chance.text(), value: $0) }, limit: Bool.random(using: &chance) ? chance.value() : nil
      )
      .draw(into: &frame, in: region, theme: theme)
    default:
      Histogram(of: values, bins: Int.random(in: -1...90, using: &chance)).draw(into: &frame, in: region, theme: theme)
    }
  }

  static func table(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let rows = (0..<Int.random(in: 0...30, using: &chance)).map { _ in
      chance.values(Int.random(in: 0...4, using: &chance)).map {
        Span(NumberFormat.signed.string($0), theme.style(ofSign: $0))
      }
    }
    let columns: [Table.Column] = [.init(chance.text()), .init(chance.text(), .decimal), .init("r", .right)]
    let selection = Bool.random(using: &chance) ? Int.random(in: -2...40, using: &chance) : nil
    let layout = Table(columns: columns, rows: rows, selection: selection).draw(into: &frame, in: region, theme: theme)
    _ = layout.row(at: region.y)
  }

  static func confusionMatrix(_ frame: inout Frame, _ region: Region, _ theme: Theme, _ chance: inout Chance) {
    let count = Int.random(in: 0...14, using: &chance)
    let counts = (0..<count).map { _ in (0..<count).map { _ in Int.random(in: 0...2000, using: &chance) } }
    ConfusionMatrix(classes: (0..<count).map { _ in chance.text() }, counts: counts)
      .draw(into: &frame, in: region, theme: theme)
  }
}
