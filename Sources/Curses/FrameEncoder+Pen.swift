import Screen

extension FrameEncoder {
  // MARK: The pen

  /// Makes the terminal write in a style.
  mutating func setPen(_ style: Style) {
    guard pen != style else { return }
    defer { pen = style }
    guard capabilities.hasRendition else { return }
    sequence(to: style).write(to: &bytes)
  }

  /// How many bytes it takes to make the terminal write in a style.
  func costOfPen(_ style: Style) -> Int {
    guard let pen, capabilities.hasRendition else { return 0 }
    if pen == style { return 0 }
    let colors = cost(pen.foreground, style.foreground) + cost(pen.background, style.background)
    if pen.attributes == style.attributes { return 2 + colors }
    return 2 + max(1, sequence(to: style).length) + 1
  }

  private func cost(_ old: Color, _ new: Color) -> Int {
    if old == new { return 0 }
    if new == .standard { return 3 }
    guard let index = new.paletteIndex else { return 17 }
    return index < 16 ? 3 : index < 100 ? 8 : 9
  }

  /// The shorter of what changes step by step and what begins anew.
  private func sequence(to style: Style) -> GraphicRendition {
    if style == .plain { return GraphicRendition() }
    var anew = GraphicRendition()
    anew.append(0)
    anew.begin(style.attributes)
    anew.change(from: .plain, to: style)
    guard let pen, capabilities.endsAttributes || pen.attributes.isSubset(of: style.attributes) else { return anew }
    var steps = GraphicRendition()
    steps.change(from: pen.attributes, to: style.attributes)
    steps.change(from: pen, to: style)
    return steps.length <= anew.length ? steps : anew
  }

  // MARK: The cursor

  /// Moves the cursor, by the shortest sequence that leads there.
  mutating func move(to target: Frame.Position) {
    guard position != target else { return }
    defer { position = target }
    if let template = capabilities.moveTemplate {
      append(Terminfo.expand(template, target.y, target.x))
    } else {
      append(wayTo(target))
    }
  }

  private func wayTo(_ target: Frame.Position) -> String {
    var best = "\u{1b}[\(target.y + 1)" + (target.x == 0 ? "H" : ";\(target.x + 1)H")
    guard let position else { return best }
    func consider(_ way: String, _ isThere: Bool = true) {
      if isThere, way.utf8.count < best.utf8.count { best = way }
    }
    let movements = capabilities.movements
    let (columns, rows) = (target.x - position.x, target.y - position.y)
    if rows == 0 {
      if target.x == 0 { consider("\r") }
      consider(Self.step(columns, "C", "D"), movements.contains(columns > 0 ? .forward : .backward))
      if columns < 0 { consider(String(repeating: "\u{8}", count: -columns)) }
      consider("\u{1b}[\(target.x + 1)G", movements.contains(.column))
    } else {
      let vertical = Self.step(rows, "B", "A")
      let hasVertical = movements.contains(rows > 0 ? .down : .up)
      if columns == 0 { consider(vertical, hasVertical) }
      if columns == 0 { consider("\u{1b}[\(target.y + 1)d", movements.contains(.row)) }
      if target.x == 0 { consider("\r" + vertical, hasVertical) }
    }
    return best
  }

  private static func step(_ count: Int, _ positive: String, _ negative: String) -> String {
    let distance = count.magnitude
    return "\u{1b}[" + (distance == 1 ? "" : "\(distance)") + (count > 0 ? positive : negative)
  }

  /// How many bytes it takes to move the cursor; an estimate, a byte too many at most.
  func costOfMove(toX x: Int, y: Int) -> Int {
    func digits(_ number: Int) -> Int { number < 10 ? 1 : number < 100 ? 2 : 3 }
    guard let position else { return 4 + digits(y + 1) + digits(x + 1) }
    if position.y == y { return position.x == x ? 0 : min(3 + digits(abs(x - position.x)), x == 0 ? 1 : 9) }
    if position.x == x { return 3 + digits(abs(y - position.y)) }
    return 3 + digits(y + 1) + (x == 0 ? 0 : 1 + digits(x + 1))
  }
}

extension GraphicRendition {
  private static let attributes: [(Style.Attributes, on: Int, off: Int)] = [
    (.bold, 1, 22), (.dim, 2, 22), (.underline, 4, 24), (.reverse, 7, 27), (.italic, 3, 23),
  ]

  fileprivate mutating func begin(_ attributes: Style.Attributes) {
    for row in Self.attributes where attributes.contains(row.0) { append(row.on) }
  }

  /// Bold and dim end together.
  fileprivate mutating func change(from old: Style.Attributes, to new: Style.Attributes) {
    let weight: Style.Attributes = [.bold, .dim]
    var kept = old.intersection(new)
    if !old.subtracting(new).isDisjoint(with: weight) { kept.subtract(weight) }
    let ended = old.subtracting(kept)
    for row in Self.attributes where ended.contains(row.0) && !(row.0 == .dim && ended.contains(.bold)) {
      append(row.off)
    }
    begin(new.subtracting(kept))
  }

  /// The colours in which styles differ.
  fileprivate mutating func change(from old: Style, to new: Style) {
    if old.foreground != new.foreground { append(new.foreground, base: 30) }
    if old.background != new.background { append(new.background, base: 40) }
  }
}
