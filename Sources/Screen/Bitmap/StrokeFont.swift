/// The letters of a picture in pixels: each character is a few strokes in a cell of 8 x 16 units, drawn with a round pen.
///
/// The shapes are Descent's own, so that a picture needs no font and is the same on every machine.
struct StrokeFont: Sendable {
  /// What a character is made of: lines through points, in units from the upper left of the cell.
  struct Stroke: Hashable, Sendable {
    var points: [SIMD2<Double>]
    /// Whether its inside is filled, in place of a line being drawn along it.
    var isFilled = false
  }

  /// The units of a cell.
  static let width = 8.0, height = 16.0
  /// The line on which letters stand.
  static let base = 12.0

  private let glyphs: [Unicode.Scalar: [Stroke]]

  static let standard = StrokeFont()

  /// The strokes of a character; of one that the font does not have, an empty box.
  func strokes(of scalar: Unicode.Scalar) -> [Stroke] {
    if scalar == " " || scalar == "\u{a0}" { return [] }
    return glyphs[scalar] ?? Self.missing
  }

  /// Whether the font has a character.
  func has(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{a0}" || glyphs[scalar] != nil }

  private static let missing = strokes("13737c1c13")

  private init() {
    var glyphs: [Unicode.Scalar: [Stroke]] = [:]
    for line in [Self.ascii, Self.greek, Self.mathematics, Self.marks].joined(separator: "\n").split(separator: "\n") {
      let parts = line.split(separator: " ")
      precondition(parts.count == 2 && parts[0].unicodeScalars.count == 1, "a character and its strokes, not \(line)")
      glyphs[parts[0].unicodeScalars.first!] = Self.strokes(parts[1])
    }
    for (mark, letters) in Self.accents {
      let letters = Array(letters.unicodeScalars)
      for place in stride(from: 0, to: letters.count, by: 2) {
        glyphs[letters[place]] = Self.strokes(mark[...], over: letters[place + 1], glyphs[letters[place + 1]]!)
      }
    }
    self.glyphs = glyphs
  }

  /// A letter with a mark; one above a capital, or a letter as high, stands three units higher.
  private static func strokes(_ mark: Substring, over letter: Unicode.Scalar, _ plain: [Stroke]) -> [Stroke] {
    let own = strokes(mark)
    let isAbove = own.allSatisfy { $0.points.allSatisfy { $0.y < 6 } }
    guard isAbove else { return plain + own }
    let height = plain.flatMap(\.points).map(\.y).min() ?? 0
    // The mark stands in the place of an i's dot.
    let letters = letter == "i" ? plain.filter { $0.points.contains { $0.y > 5 } } : plain
    let shift = height < 5 && letter != "i" ? SIMD2(0.0, -2.5) : .zero
    return letters + own.map { Stroke(points: $0.points.map { $0 + shift }) }
  }

  /// Strokes as they are written in the tables, `|` between them: two hexadecimal digits a point, `~` before a smooth curve,
  /// `#` before a shape that is filled, `*` before one that is both.
  private static func strokes(_ text: Substring) -> [Stroke] {
    text.split(separator: "|").map { written in
      var digits = written
      let kind = "~#*".contains(digits.first!) ? digits.removeFirst() : nil
      let numbers = digits.map { Double($0.hexDigitValue!) }
      precondition(numbers.count % 2 == 0, "two digits a point, not \(written)")
      let points = stride(from: 0, to: numbers.count, by: 2).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
      return Stroke(points: kind == "~" || kind == "*" ? smooth(points) : points, isFilled: kind == "#" || kind == "*")
    }
  }

  /// The points between the first and the last are the control points of quadratic curves, which meet halfway between them.
  private static func smooth(_ controls: [SIMD2<Double>]) -> [SIMD2<Double>] {
    guard controls.count > 2 else { return controls }
    var (start, points) = (controls[0], [controls[0]])
    for place in 1..<controls.count - 1 {
      let isLast = place == controls.count - 2
      let end = isLast ? controls[place + 1] : (controls[place] + controls[place + 1]) / 2
      for step in 1...curveSteps {
        let t = Double(step) / Double(curveSteps)
        points.append((1 - t) * (1 - t) * start + 2 * t * (1 - t) * controls[place] + t * t * end)
      }
      start = end
    }
    return points
  }

  private static let curveSteps = 8
}
