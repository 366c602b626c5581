extension Frame {
  /// The picture as a document of Scalable Vector Graphics.
  ///
  /// Lines, blocks and braille are shapes, so that they join whatever font there is; text is in the viewer's monospace font,
  /// each piece stretched to its columns.
  public func svg(_ style: PictureStyle = .dark) -> String {
    var output = style.head(width: width, height: height)
    let drawing = SVGDrawing(style: style)
    for y in 0..<height { output += drawing.cells(row(y), 0..<width, y) }
    return output + PictureStyle.foot
  }

  /// The cells of a row.
  func row(_ y: Int) -> [Cell] { Array(cells[y * width..<(y + 1) * width]) }
}

extension PictureStyle {
  /// The beginning of a document of so many cells: its ground, and the group that all cells are in.
  func head(width: Int, height: Int) -> String {
    let (w, h) = (width * cellWidth, height * cellHeight)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)">
      <rect width="\(w)" height="\(h)" fill="\(background.hexText)"/>
      <g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="\(cellHeight * 7 / 9)" xml:space="preserve">

      """
  }

  /// The end of a document.
  static let foot = "</g>\n</svg>\n"
}

extension Color {
  /// `#rrggbb`; black for the default, which the caller replaces.
  var hexText: String {
    let parts = components ?? Components(red: 0, green: 0, blue: 0)
    let number = String(parts.red << 16 | parts.green << 8 | parts.blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - number.count) + number
  }
}
