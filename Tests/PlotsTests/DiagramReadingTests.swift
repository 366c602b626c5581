import Screen
import Testing

@testable import Plots

/// Which weights, units and names a diagram shows, and how.
@Suite struct DiagramReadingTests {
  static let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)

  func frame(_ net: Diagram, _ width: Int = 70, _ height: Int = 18) -> Frame {
    drawn(width, height) { net.draw(into: &$0, in: $0.region, theme: Self.theme) }
  }

  func net(_ weights: [[Double]], changes: [[Double]]? = nil) -> Diagram {
    let sizes = [weights.count, weights[0].count]
    let edges = weights.enumerated().flatMap { from, row in
      row.enumerated().map { Diagram.Edge(from: from, to: $0, weight: $1, change: changes?[from][$0]) }
    }
    let columns = sizes.map { count in Diagram.Column(nodes: (0..<count).map { _ in .init() }) }
    return Diagram(columns: columns, gaps: [.init(edges)])
  }

  @Test func everyWeightOfASmallNetworkIsWrittenOnce() {
    for weights in [[[1.5]], [[1.5, -2.25], [0.125, 3.75]], [[0.5, 0.75, 1.25], [-1.5, -2.5, 3.5]]] {
      var net = net(weights)
      net.showsWeights = true
      let words = frame(net).lines.joined(separator: " ")
      let format = NumberFormat(width: 5, significantDigits: 2, showsPlus: true)
      for weight in weights.joined() {
        #expect(words.components(of: format.string(weight)) == 1, "\(weight) in \(words)")
      }
    }
  }

  @Test func aWeightSaysWhetherItGrows() {
    var net = net([[1.5, -2.5]], changes: [[-0.1, -0.1]])
    net.showsWeights = true
    let text = frame(net).text
    #expect(text.contains("+1.5↓") && text.contains("-2.5↑"))
  }

  @Test func ofManyWeightsOnlyTheSelectedIsWritten() {
    var net = net((0..<5).map { row in (0..<5).map { Double(row * 5 + $0 + 1) } })
    net.showsWeights = true
    #expect(!frame(net).text.contains("+13"))
    net.selection = .edge(gap: 0, from: 2, to: 2)
    #expect(frame(net).text.contains("+13") && !frame(net).text.contains("+14"))
  }

  @Test func aZeroWeightHasNoColour() {
    let frame = frame(net([[0]]), 40, 5)
    let line = frame.cells.filter { (0x2801...0x28ff).contains($0.scalar.value) }
    #expect(!line.isEmpty && line.allSatisfy { $0.style.foreground == Self.theme.border.foreground })
  }

  /// The stronger, the more dots and the farther from the ground.
  @Test func strengthIsSeen() {
    func look(_ weight: Double) -> (dots: Int, contrast: Double) {
      let net = net([[weight, 0], [0, 1]])
      let frame = frame(net, 40, 12)
      let row = net.layout(in: frame.region).nodes[0].row
      let cells = (0..<40).map { x in (row - 1...row + 1).map { frame[x, $0] } }.joined()
        .filter { (0x2801...0x28ff).contains($0.scalar.value) && $0.style.foreground != Self.theme.border.foreground }
      let dots = cells.reduce(0) { $0 + ($1.scalar.value - 0x2800).nonzeroBitCount }
      let black = Color.Components(red: 0, green: 0, blue: 0)
      return (dots, cells.compactMap { $0.style.foreground.components?.contrast(with: black) }.max() ?? 0)
    }
    let looks = [0.1, 0.5, 0.9].map(look)
    #expect(looks[0].dots < looks[1].dots && looks[1].dots < looks[2].dots)
    #expect(looks[0].contrast < looks[1].contrast && looks[1].contrast < looks[2].contrast)
  }

  @Test func theSelectedUnitsConnectionsKeepTheirColourAlone() {
    var net = net([[1, -1], [-1, 1]])
    net.isolatesSelection = true
    net.selection = .node(.init(column: 0, index: 0))
    let frame = frame(net)
    let row = net.layout(in: frame.region).nodes.first { $0.id == .init(column: 0, index: 1) }!
    #expect(frame[row.box.maxX, row.row].style.foreground == Self.theme.border.foreground)
    let own = net.layout(in: frame.region).nodes[0]
    #expect(frame[own.box.maxX, own.row].style.foreground != Self.theme.border.foreground)
  }

  @Test func countsOfWeightsHaveOneForm() {
    let net = DiagramTests.net([40, 40, 40, 40, 40])
    var seen = Set<String>()
    for width in 50...200 {
      let notes = frame(net, width, 14).text.split(separator: "\n").filter { $0.contains("1600") }
      let forms = notes.flatMap { line in
        ["/1600", "of 1600 weights, the strongest", "of 1600 weights", "of 1600"].filter(line.contains).prefix(1)
      }
      #expect(
        Set(forms).count <= 1 && !notes.contains { $0.contains("/1600") && $0.contains("of 1600") },
        "\(width): \(notes)")
      seen.formUnion(forms)
    }
    #expect(seen.count == 4)
  }

  @Test func ofManyUnitsTheStrongestAreShown() {
    var net = DiagramTests.net([4, 64, 10])
    net.columns[1].order = (0..<64).reversed()
    for (width, words) in [(100, "of 64, strongest first"), (40, "of 64")] {
      let frame = frame(net, width, 14)
      let shown = net.layout(in: frame.region).nodes.filter { $0.id.column == 1 }.map(\.id.index)
      #expect(shown == Array((0..<64).reversed().prefix(shown.count)) && !shown.isEmpty)
      #expect(frame.text.contains("\(shown.count) \(words)"))
    }
    net.selection = .node(.init(column: 1, index: 3))
    #expect(net.layout(in: Region(x: 0, y: 0, width: 80, height: 14)).box(of: .init(column: 1, index: 3)) != nil)
  }

  @Test(arguments: [8, 9, 10, 11, 12, 20]) func tenOutputsAreAllShownWhereTheyFit(height: Int) {
    let net = DiagramTests.net([64, 16, 10])
    let outputs = net.layout(in: Region(x: 0, y: 0, width: 44, height: height)).nodes.filter { $0.id.column == 2 }
    #expect(height < 10 || outputs.count == 10)
  }

  @Test func namesAreShortenedWordByWord() {
    let iris = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    #expect(iris.shortened(to: 12) == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    for width in 3...12 {
      let short = iris.shortened(to: width)
      #expect(Set(short).count == 4 && (width < 4 || short.allSatisfy { $0.count <= width }), "\(short)")
    }
    #expect(iris.shortened(to: 6) == ["se len", "se wid", "pe len", "pe wid"])
    #expect(["same", "same"].shortened(to: 2) == ["sa", "sa"])
    #expect(["abcdef1", "abcdef2"].shortened(to: 4) == ["abcdef1", "abcdef2"])
    #expect([String]().shortened(to: 3) == [])
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    split(separator: " ").filter { $0.contains(text) }.count
  }
}
