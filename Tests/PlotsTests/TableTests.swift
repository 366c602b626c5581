import Plots
import Screen
import Testing

@Suite struct TableTests {
  static let table: Table = {
    let values = [1.82, -2.41, 0.0003, 123.4]
    let rows = values.enumerated().map { index, value in
      [Span("x\(index + 1)"), Span(NumberFormat.signed.string(value)), Span("\(index * 50)")]
    }
    return Table(columns: [.init("input"), .init("weight", .decimal), .init("n", .right)], rows: rows, selection: 1)
  }()

  func tabled(_ width: Int, _ height: Int, _ table: Table = TableTests.table) -> Frame {
    drawn(width, height) { table.draw(into: &$0, in: $0.region, theme: .plain()) }
  }

  /// A table is drawn whole in its own width, and not in one column less.
  @Test func theWidthIsWhatItTakes() {
    let table = Table(
      columns: [Table.Column("layer"), Table.Column("a", .decimal), Table.Column("bb", .right)],
      rows: [[Span("1 tanh", Style()), Span("-1.25", Style()), Span("7", Style())]])
    #expect(table.width == 6 + 2 + 5 + 2 + 2)
    func lines(_ width: Int) -> [String] {
      var frame = Frame(width: width, height: 2)
      table.draw(into: &frame, in: frame.region, theme: Theme(name: .dark, depth: .none, glyphs: .block))
      return frame.lines
    }
    #expect(lines(table.width) == ["layer       a  bb", "1 tanh  -1.25   7"])
    #expect(lines(table.width - 1) != lines(table.width))
  }

  @Test func numbersStandUnderEachOther() {
    expectPicture(
      tabled(24, 5),
      """
      input     weight    n
      x1       +1.820     0
      x2       -2.410    50
      x3       +0.0003  100
      x4     +123.4     150
      """)
    let frame = tabled(24, 5)
    #expect((0..<24).allSatisfy { frame[$0, 2].style.attributes.contains(.reverse) })
    #expect((0..<24).allSatisfy { !frame[$0, 1].style.attributes.contains(.reverse) })
  }

  @Test func narrowTablesAreCut() {
    expectPicture(
      tabled(12, 3),
      """
      input  weig…
      x1       +1…
      x2       -2…
      """)
    expectPicture(
      tabled(1, 1),
      """
      …
      """)
  }

  @Test func theSelectedRowIsShown() {
    var table = Self.table
    table.rows = (0..<100).map { [Span("row \($0)")] }
    for selection in [0, 1, 50, 98, 99] {
      table.selection = selection
      let frame = tabled(12, 6, table)
      #expect(frame.text.contains("row \(selection)\n"))
      let layout = drawnLayout(table)
      #expect(layout.row(at: layout.body.y) == layout.firstRow)
      #expect((layout.firstRow..<layout.firstRow + 5).contains(selection))
    }
  }

  private func drawnLayout(_ table: Table) -> Table.Layout {
    var frame = Frame(width: 12, height: 6)
    return table.draw(into: &frame, in: frame.region, theme: .plain())
  }

  @Test func aRowIsFoundUnderTheMouse() {
    let layout = drawnLayout(Self.table)
    #expect(layout.row(at: 0) == nil)
    #expect(layout.row(at: 1) == 0)
    #expect(layout.row(at: 4) == 3)
    #expect(layout.row(at: 5) == nil)
  }

  static let iris = ConfusionMatrix(
    classes: ["setosa", "versicolor", "virginica"], counts: [[50, 0, 0], [0, 47, 3], [0, 4, 46]])

  @Test func confusionMatrices() {
    #expect(Self.iris.accuracy == 143.0 / 150)
    func drawnMatrix(_ width: Int, _ height: Int, _ glyphs: GlyphSet) -> Frame {
      drawn(width, height) { Self.iris.draw(into: &$0, in: $0.region, theme: .plain(glyphs)) }
    }
    expectPicture(
      drawnMatrix(40, 4, .braille),
      """
                  setos versi virgi
          setosa     50     ·     ·
      versicolor      ·    47     3
       virginica      ·     4    46
      """)
    expectPicture(
      drawnMatrix(24, 3, .ascii),
      """
              seto vers virg
      setosa    50    .    .
      ~ +2
      """)
    expectPicture(
      drawnMatrix(9, 4, .ascii),
      """
          s v v
      s~ @@
      v~   @@
      v~     @@
      """)
    expectPicture(
      drawnMatrix(1, 1, .ascii),
      """
      ~
      """)
  }

  @Test func confusionMatricesAreShadedByShare() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .braille)
    let frame = drawn(40, 4) { Self.iris.draw(into: &$0, in: $0.region, theme: theme) }
    let scale = ValueScale.diverging(limit: 1)
    #expect(frame[12, 1].style.background == theme.color(of: 1, on: scale))
    #expect(frame.colors.contains(theme.color(of: 0.94, on: scale)!))
  }

  @Test func anEmptyMatrixHasNoAccuracy() {
    #expect(ConfusionMatrix(classes: ["a"], counts: [[0]]).accuracy == nil)
    #expect(ConfusionMatrix(classes: [], counts: []).accuracy == nil)
  }
}
