/// Writes the elements of an SVG picture of cells.
struct SVGDrawing {
  let style: PictureStyle

  /// Cells are one piece of text if this is equal: their look, and whether they are text at all.
  struct TextKey: Equatable {
    let style: Style
    let isText: Bool

    init(_ cell: Cell) {
      style = cell.style
      isText = !GlyphShape.isShape(cell.scalar)
    }
  }

  /// Some columns of a row: first the grounds, then what stands on them.
  func cells(_ row: [Cell], _ columns: Range<Int>, _ y: Int, coversGround: Bool = false) -> String {
    var output = ""
    for run in Self.runs(of: row[columns], by: { style.colors($0.style).background }) {
      output += background(run, row[run.lowerBound].style, y, coversGround: coversGround)
    }
    for run in Self.runs(of: row[columns], by: { TextKey($0) }) { output += content(row, run, y) }
    return output
  }

  /// The longest runs of cells that have the same key.
  private static func runs<Key: Equatable>(of cells: ArraySlice<Cell>, by key: (Cell) -> Key) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let first = key(cells[start])
      let end = cells[start...].firstIndex { key($0) != first } ?? cells.endIndex
      result.append(start..<end)
      start = end
    }
    return result
  }

  /// - Parameter coversGround: whether the ground of the picture is drawn too, over what was there before.
  private func background(_ run: Range<Int>, _ cell: Style, _ y: Int, coversGround: Bool) -> String {
    let color = style.colors(cell).background
    guard coversGround || color != style.background else { return "" }
    return rect(
      Double(run.lowerBound * style.cellWidth), Double(y * style.cellHeight), Double(run.count * style.cellWidth),
      Double(style.cellHeight), color.hexText)
  }

  /// The characters of a run of cells of one look.
  private func content(_ cells: [Cell], _ run: Range<Int>, _ y: Int) -> String {
    let look = cells[run.lowerBound].style
    let fill = style.colors(look).foreground.hexText
    if GlyphShape.isShape(cells[run.lowerBound].scalar) {
      return shapes(cells[run], y, fill)
    }
    var pieces = ""
    var start = run.lowerBound
    while start < run.upperBound {
      guard let first = (start..<run.upperBound).first(where: { cells[$0].scalar != " " }) else { break }
      let end = (first..<run.upperBound).first { cells[$0].scalar == " " } ?? run.upperBound
      pieces += text(cells[first..<end], first, y, look, fill)
      start = end
    }
    return pieces
  }

  private func text(_ cells: ArraySlice<Cell>, _ x: Int, _ y: Int, _ look: Style, _ fill: String) -> String {
    let (w, h) = (style.cellWidth, style.cellHeight)
    var extra = ""
    if look.attributes.contains(.bold) { extra += " font-weight=\"bold\"" }
    if look.attributes.contains(.italic) { extra += " font-style=\"italic\"" }
    if look.attributes.contains(.underline) { extra += " text-decoration=\"underline\"" }
    if look.attributes.contains(.dim) { extra += " opacity=\"0.6\"" }
    let characters = cells.map { $0.shown.escapedForXML }.joined()
    let (left, base, length) = (x * w, y * h + h * 7 / 9, cells.count * w)
    return
      "<text x=\"\(left)\" y=\"\(base)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\" fill=\"\(fill)\"\(extra)>"
      + characters + "</text>\n"
  }

  /// Cells of one look that are drawn: all their dots are one path, and all their lines of one weight.
  private func shapes(_ cells: ArraySlice<Cell>, _ y: Int, _ fill: String) -> String {
    let (w, h) = (Double(style.cellWidth), Double(style.cellHeight))
    var (rects, dots) = ("", "")
    var lines: [Double: String] = [:]
    for (index, cell) in zip(cells.indices, cells) {
      let (left, top) = (Double(index) * w, Double(y) * h)
      for part in GlyphShape(cell.scalar).parts {
        switch part {
        case .rect(let x, let y, let width, let height, let opacity):
          rects += rect(left + x * w, top + y * h, width * w, height * h, fill, opacity: opacity)
        case .dot(let x, let y):
          dots += "M\((left + x * w).short) \((top + y * h).short)h0"
        case .line(let x1, let y1, let x2, let y2, let weight):
          let start = "M\((left + x1 * w).short) \((top + y1 * h).short)"
          lines[weight, default: ""] += start + "L\((left + x2 * w).short) \((top + y2 * h).short)"
        }
      }
    }
    let strokes = lines.sorted { $0.key < $1.key }.map { path($0.value, fill, width: $0.key * w) }
    return rects + strokes.joined() + (dots.isEmpty ? "" : path(dots, fill, width: w * 0.34, cap: "round"))
  }

  private func path(_ data: String, _ stroke: String, width: Double, cap: String = "butt") -> String {
    "<path d=\"\(data)\" stroke=\"\(stroke)\" stroke-width=\"\(width.short)\" stroke-linecap=\"\(cap)\"/>\n"
  }

  private func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String, opacity: Double = 1
  ) -> String {
    let extra = opacity < 1 ? " fill-opacity=\"\(opacity.short)\"" : ""
    return
      "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\" fill=\"\(fill)\"\(extra)/>\n"
  }
}

extension Double {
  /// With at most two decimals.
  fileprivate var short: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, part) = (hundredths / 100, abs(hundredths % 100))
    let sign = hundredths < 0 && whole == 0 ? "-" : ""
    return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }
}

extension Unicode.Scalar {
  fileprivate var escapedForXML: String {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String(self)
    }
  }
}
