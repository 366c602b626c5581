import Screen

extension Diagram {
  /// Draws one unit with its label.
  func draw(_ placed: PlacedNode, into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    let node = columns[placed.id.column].nodes[placed.id.index]
    let isSelected = selection == .node(placed.id)
    if placed.box.height >= 3 {
      drawBox(node, placed, isSelected, into: &frame, theme)
    } else {
      drawPill(node, placed.box, isSelected, into: &frame, theme)
    }
    drawOuterLabel(node, placed, layout, into: &frame, theme)
  }

  /// A box: its label in the upper line, its value inside or a picture and the value above it, its bias in the lower line.
  private func drawBox(_ node: Node, _ placed: PlacedNode, _ isSelected: Bool, into frame: inout Frame, _ theme: Theme)
  {
    let lines = isSelected ? theme.glyphs.focusLines : theme.glyphs.lines
    let border = isSelected ? theme.focus : theme.faint
    let inside = frame.drawBox(placed.box, style: BoxStyle(lines: lines, border: border, title: border))
    frame.fill(inside)
    if !isOuter(placed.id.column) {
      let room = Region(x: placed.box.x + 1, y: placed.box.y, width: inside.width, height: 1)
      frame.write(node.label, in: room, style: isSelected ? theme.title : theme.text, ellipsis: theme.glyphs.ellipsis)
    }
    if let picture = node.picture {
      picture.draw(into: &frame, in: inside, theme: theme)
      drawValue(of: node, above: inside, besideLabel: !isOuter(placed.id.column), into: &frame, theme)
    } else if let value = node.value {
      drawValue(value, in: inside, into: &frame, theme)
    }
    if let bias = node.bias, inside.width >= 5 {
      let isNamed = inside.width >= 7
      let number = NumberFormat(width: isNamed ? 5 : inside.width, significantDigits: 2, showsPlus: true).string(bias)
      let text = isNamed ? "b " + number : number
      frame.write(text, x: placed.box.maxX - 1 - text.count, y: placed.box.maxY - 1, style: theme.style(ofSign: bias))
    }
  }

  /// The value of a unit that shows a picture, in the box's upper line, where its label leaves room.
  private func drawValue(
    of node: Node, above inside: Region, besideLabel: Bool, into frame: inout Frame, _ theme: Theme
  ) {
    let room = inside.width - (besideLabel ? node.label.columnCount + 1 : 0)
    guard let value = node.value, room >= 4 else { return }
    let number = NumberFormat(width: min(5, room), significantDigits: 2, showsPlus: room >= 5).string(value)
    frame.write(number, x: inside.maxX - number.count, y: inside.y - 1, style: theme.style(ofSign: value))
  }

  /// A value as a number on its colour.
  private func drawValue(_ value: Double, in region: Region, into frame: inout Frame, _ theme: Theme) {
    let style = valueStyle(value, theme)
    frame.fill(region, with: Cell(" ", style))
    let text = NumberFormat(width: region.width, significantDigits: region.width >= 6 ? 3 : 2, showsPlus: true).string(
      value)
    frame.write(text, in: region, row: region.height / 2, style: style, alignment: .center)
  }

  private func valueStyle(_ value: Double, _ theme: Theme) -> Style {
    guard let color = theme.color(of: value, on: scale) else { return theme.style(ofSign: value) }
    return Style(theme.contrast(on: color), on: color)
  }

  /// One row: its value in brackets or, without room for a number, its sign.
  private func drawPill(_ node: Node, _ box: Region, _ isSelected: Bool, into frame: inout Frame, _ theme: Theme) {
    let style = node.value.map { valueStyle($0, theme) } ?? theme.text
    let attributes: Style.Attributes = isSelected ? (theme.hasColorScales ? .bold : [.reverse, .bold]) : []
    frame.fill(box, with: Cell(" ", style.with(attributes)))
    let hasBrackets = box.width >= 3 && (!theme.hasColorScales || node.value == nil)
    let text = pillText(node, width: box.width, hasBrackets: hasBrackets)
    let room = hasBrackets ? box.inset(by: 1, 0) : box
    frame.write(
      text, in: room, style: style.with(attributes), alignment: .center, ellipsis: theme.glyphs.ellipsis)
    let bracket = isSelected ? theme.focus.with(.reverse) : style.with(attributes)
    if isSelected, box.width >= 3 {
      drawEnds("[", "]", hasBrackets ? box : box.inset(by: -1, 0), bracket, into: &frame)
    } else if hasBrackets {
      drawEnds("(", ")", box, bracket, into: &frame)
    }
  }

  private func drawEnds(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ box: Region, _ style: Style, into frame: inout Frame
  ) {
    frame[box.x, box.y] = Cell(open, style)
    frame[box.maxX - 1, box.y] = Cell(close, style)
  }

  /// What stands in a unit of one row.
  private func pillText(_ node: Node, width: Int, hasBrackets: Bool) -> String {
    guard let value = node.value else {
      return width >= 5 ? node.label : width == 1 ? "o" : ""
    }
    if width >= 7 { return number(value, width: 5) }
    if width >= 5 { return hasBrackets ? tenths(value) : number(value, width: 5) }
    return value > 0 ? "+" : value < 0 ? "-" : "0"
  }

  /// A number with as many decimals as a column of units can share, else as it fits.
  private func number(_ value: Double, width: Int) -> String {
    let shared = NumberFormat.fixed(value, decimals: min(3, max(1, width - 3)), showsPlus: true)
    return shared.count <= width
      ? shared : NumberFormat(width: width, significantDigits: 2, showsPlus: true).string(value)
  }

  /// A number in three columns: +.8, -1., +12; `+++` where it is too large.
  private func tenths(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "---" : "+++" }
    let isSmall = value.magnitude < 0.95
    let written = NumberFormat.fixed(value, decimals: isSmall ? 1 : 0, showsPlus: true)
    let short = isSmall ? written.replacing("0.", with: ".") : written.count == 2 ? written + "." : written
    return short == ".0" ? "0" : short.count <= 3 ? short : value < 0 ? "---" : "+++"
  }

  private func isOuter(_ column: Int) -> Bool { column == 0 || column == columns.count - 1 }

  /// The label of an input on its left, that of an output on its right.
  private func drawOuterLabel(
    _ node: Node, _ placed: PlacedNode, _ layout: Layout, into frame: inout Frame, _ theme: Theme
  ) {
    guard isOuter(placed.id.column) else { return }
    let isFirst = placed.id.column == 0
    let room = isFirst ? layout.leftLabels : layout.rightLabels
    guard room > 0 else { return }
    let region = Region(
      x: isFirst ? placed.box.x - room - 1 : placed.box.maxX + 1, y: placed.row, width: room, height: 1)
    let style = node.isWanted ? theme.good.with(.bold) : theme.text
    frame.write(
      layout.outerLabels(placed.id) ?? node.label, in: region, style: style, alignment: isFirst ? .right : .left,
      ellipsis: theme.glyphs.ellipsis)
    guard !isFirst, layout.hasNotes else { return }
    for (line, note) in node.notes.enumerated() {
      let row = Region(x: region.x, y: placed.row + 1 + line, width: room, height: 1)
      frame.write(note, in: row, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    }
  }
}
