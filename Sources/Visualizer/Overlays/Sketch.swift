import Datasets
import LinearAlgebra
import Plots
import Screen
import Session

/// A picture drawn by hand, whose outputs are seen at once.
public struct Sketch: Hashable, Sendable {
  /// Rows and columns of pixels.
  let size: Dataset.ImageSize
  /// How much ink is on each pixel, 0 … 1, row by row.
  private(set) var ink: [Float]
  /// The pixel that the cursor is on.
  private(set) var cursor: (row: Int, column: Int) {
    get { (place / size.columns, place % size.columns) }
    set { place = newValue.row * size.columns + newValue.column }
  }
  private var place: Int

  /// A picture, blank where nothing is given, the cursor in its middle.
  init(_ size: Dataset.ImageSize, ink: [Float]? = nil) {
    self.size = size
    self.ink = ink ?? Array(repeating: 0, count: size.rows * size.columns)
    place = size.rows / 2 * size.columns + size.columns / 2
  }

  /// A blank picture for a network of pictures; nil where a run's inputs are none.
  init?(for run: Run) {
    guard run.history.process.kind == .feedforward, let size = run.dataset.imageSize,
      size.rows * size.columns == run.dataset.inputs.columns
    else { return nil }
    self.init(size)
  }

  /// Moves the cursor by a pixel, or to an edge.
  mutating func move(_ direction: Action.Direction) {
    let (row, column) = cursor
    switch direction {
    case .up: cursor = (max(0, row - 1), column)
    case .down: cursor = (min(size.rows - 1, row + 1), column)
    case .left: cursor = (row, max(0, column - 1))
    case .right: cursor = (row, min(size.columns - 1, column + 1))
    case .pageUp: cursor = (0, column)
    case .pageDown: cursor = (size.rows - 1, column)
    case .home: cursor = (row, 0)
    case .end: cursor = (row, size.columns - 1)
    }
  }

  /// What a key does: a blank inks the pixel or takes its ink away, `c` takes all away.
  mutating func type(_ text: String) {
    if text == " " { ink[place] = ink[place] < 0.5 ? 1 : 0 }
    if text == "c" { self = Sketch(size) }
  }

  /// Puts the cursor on a pixel and inks it; of large pictures its neighbours get half of the ink, as a pen has a width.
  mutating func paint(row: Int, column: Int) {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
    cursor = (row, column)
    ink[place] = 1
    guard min(size.rows, size.columns) >= 16 else { return }
    for (down, across) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
      let (row, column) = (row + down, column + across)
      guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { continue }
      ink[row * size.columns + column] = max(ink[row * size.columns + column], 0.5)
    }
  }

  /// The picture in the pixels' own units: no ink is their least value, full ink their greatest.
  func pixels(in range: PixelRange) -> [Float] {
    ink.map { range.low + $0 * (range.high - range.low) }
  }
}

// MARK: Drawing

extension Sketch {
  /// Where the picture and the answers stand on a screen.
  func places(on screen: Region) -> (box: Box, picture: Region, answers: Region) {
    let isWide = size.columns * 2 + 30 <= screen.width - 4 && size.rows <= screen.height - 5
    let (width, height) = isWide ? (size.columns * 2, size.rows) : (size.columns, (size.rows + 1) / 2)
    let box = Box(
      "draw: Space or the mouse inks, c clears", width: max(width + 30, 44), height: max(height, 11) + 2, on: screen)
    let inside = box.inside.inset(by: 1, 0)
    let picture = Region(
      x: inside.x, y: inside.y, width: min(width, max(1, inside.width - 14)), height: min(height, inside.height))
    let answers = Region(
      x: picture.maxX + 3, y: inside.y, width: max(0, inside.maxX - picture.maxX - 2), height: inside.height)
    return (box, picture, answers)
  }

  /// Inks the pixels under a cell of the screen.
  mutating func paint(atX x: Int, y: Int, on screen: Region) {
    let picture = places(on: screen).picture
    guard picture.contains(x: x, y: y) else { return }
    func pixels(_ cell: Int, of cells: Int, _ count: Int) -> Range<Int> {
      let start = cell * count / cells
      return start..<max(start + 1, (cell + 1) * count / cells)
    }
    for row in pixels(y - picture.y, of: picture.height, size.rows).reversed() {
      for column in pixels(x - picture.x, of: picture.width, size.columns).reversed() {
        paint(row: row, column: column)
      }
    }
  }

  func draw(_ run: Run, into frame: inout Frame, theme: Theme) {
    let (box, picture, answers) = places(on: frame.region)
    _ = box.draw(into: &frame, theme: theme)
    let grid = Grid(width: size.columns, height: size.rows, values: ink)
    HeatMap.picture(grid, scale: .grey(0...1)).draw(into: &frame, in: picture, theme: theme)
    let mark = (
      x: picture.x + cursor.column * picture.width / size.columns,
      y: picture.y + cursor.row * picture.height / size.rows
    )
    frame.write([Span("+", theme.highlight)], x: mark.x, y: mark.y, maxWidth: 1)
    frame.focus = Frame.Position(x: mark.x, y: mark.y)
    drawAnswers(run, into: &frame, in: answers, theme)
  }

  /// The outputs as bars, the answer on top.
  private func drawAnswers(_ run: Run, into frame: inout Frame, in region: Region, _ theme: Theme) {
    guard run.dataset.imageSize == size, run.history.process.kind == .feedforward else {
      frame.write("the network is given no such pictures", in: region, style: theme.faint)
      return
    }
    let data = run.trainer.data
    let raw = Matrix(rows: 1, columns: ink.count, elements: pixels(in: PixelRange(of: run)))
    let outputs = run.outputs(for: raw).row(0)
    let format = NumberFormat.short
    let answer =
      data.classNames.map { "it is: \($0[run.trainer.predictedClass(outputs)])" }
      ?? "it is: \(format.string(data.outputTransform.label(ofOutput: outputs.first!)))"
    frame.write(answer, in: region, style: theme.title, ellipsis: theme.glyphs.ellipsis)
    let names = data.outputNames
    let wide = min(10, names.map(\.columnCount).max() ?? 0)
    let room = max(1, region.width - wide - 9)
    for (line, output) in outputs.enumerated().prefix(max(0, region.height - 1)) {
      let share = data.coding == .signed ? (output + 1) / 2 : output
      let bar = String(
        repeating: theme.glyphs == .ascii ? "#" : "█", count: Int(Float(room) * max(0, min(1, share)) + 0.5))
      let words =
        "\(String(names[line].prefix(wide)).padding(to: wide)) \(format.string(Double(output)).padding(to: 6)) "
      frame.write(
        [Span(words, theme.text), Span(bar, theme.series(0).style)], x: region.x, y: region.y + 1 + line,
        maxWidth: region.width)
    }
  }
}
