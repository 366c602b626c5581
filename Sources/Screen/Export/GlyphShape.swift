/// A character that is drawn rather than written: its parts in a cell of width 1 and height 1, from the upper left.
struct GlyphShape {
  enum Part {
    case rect(x: Double, y: Double, width: Double, height: Double, opacity: Double)
    case dot(x: Double, y: Double)
    /// From one point to another; the weight is a share of the cell's width.
    case line(x1: Double, y1: Double, x2: Double, y2: Double, weight: Double)
  }

  let parts: [Part]

  /// Whether a character is drawn: box lines, blocks with their quadrants, sextants and octants, shades and braille.
  static func isShape(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    return (0x2580...0x259f).contains(scalar.value) || (0x2800...0x28ff).contains(scalar.value) || arms[scalar] != nil
      || dashes[scalar] != nil || CellDivision.mask(of: scalar) != nil
  }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2800...0x28ff: parts = Self.braille(scalar.value - 0x2800)
    case 0x2580...0x2595: parts = Self.block(scalar)
    default:
      parts =
        CellDivision.mask(of: scalar).map { Self.pixels($0.mask, $0.division) }
        ?? Self.dashes[scalar] ?? Self.lines(Self.arms[scalar] ?? [])
    }
  }

  /// The pixels of a divided cell, those side by side as one rectangle.
  private static func pixels(_ mask: UInt8, _ division: CellDivision) -> [Part] {
    let (width, height) = (1 / Double(division.across), 1 / Double(division.down))
    return (0..<division.down).flatMap { y -> [Part] in
      let row = (0..<division.across).filter { mask >> UInt8($0 + division.across * y) & 1 == 1 }
      guard let first = row.first, let last = row.last else { return [] }
      return [
        .rect(
          x: Double(first) * width, y: Double(y) * height, width: Double(last - first + 1) * width, height: height,
          opacity: 1)
      ]
    }
  }

  private static func braille(_ mask: UInt32) -> [Part] {
    let places: [(Double, Double)] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return (0..<8).filter { mask >> $0 & 1 == 1 }.map {
      .dot(x: 0.25 + 0.5 * places[$0].0, y: 0.125 + 0.25 * places[$0].1)
    }
  }

  private static func block(_ scalar: Unicode.Scalar) -> [Part] {
    func part(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ opacity: Double = 1) -> [Part] {
      [.rect(x: x, y: y, width: width, height: height, opacity: opacity)]
    }
    let eighths = Double(scalar.value) - 0x2580
    switch scalar.value {
    case 0x2580: return part(0, 0, 1, 0.5)
    case 0x2581...0x2588: return part(0, 1 - eighths / 8, 1, eighths / 8)
    case 0x2589...0x258f: return part(0, 0, (16 - eighths) / 8, 1)
    case 0x2590: return part(0.5, 0, 0.5, 1)
    case 0x2591...0x2593: return part(0, 0, 1, 1, (eighths - 16) / 4)
    case 0x2594: return part(0, 0, 1, 0.125)
    default: return part(0.875, 0, 0.125, 1)
    }
  }

  /// How a line leaves the cell's middle: to which side, and how.
  struct Arm {
    let x, y: Double
    let stroke: Stroke
  }

  enum Stroke { case light, heavy, double }

  private static func lines(_ arms: [Arm]) -> [Part] {
    arms.flatMap { arm -> [Part] in
      let weight = arm.stroke == .heavy ? 0.28 : 0.12
      guard arm.stroke == .double else { return [line(arm, shift: 0, weight)] }
      return [line(arm, shift: 0.18, weight), line(arm, shift: -0.18, weight)]
    }
  }

  /// From a little before the middle, so that corners are closed, to the edge.
  private static func line(_ arm: Arm, shift: Double, _ weight: Double) -> Part {
    let (sideX, sideY) = (arm.y == 0 ? 0 : shift, arm.x == 0 ? 0 : shift / 2)
    let back = abs(shift) + weight / 2
    return .line(
      x1: 0.5 + sideX - arm.x * back, y1: 0.5 + sideY - arm.y * back / 2, x2: 0.5 + sideX + arm.x * 0.5,
      y2: 0.5 + sideY + arm.y * 0.5, weight: weight)
  }

  private static let arms: [Unicode.Scalar: [Arm]] = {
    var result: [Unicode.Scalar: [Arm]] = [:]
    let shapes = ["lr", "ud", "rd", "ld", "ru", "lu", "udr", "udl", "lrd", "lru", "lrud"]
    let sets: [(String, Stroke)] = [("─│┌┐└┘├┤┬┴┼", .light), ("━┃┏┓┗┛┣┫┳┻╋", .heavy), ("═║╔╗╚╝╠╣╦╩╬", .double)]
    let sides: [Character: (Double, Double)] = ["l": (-1, 0), "r": (1, 0), "u": (0, -1), "d": (0, 1)]
    for (glyphs, stroke) in sets {
      for (scalar, shape) in zip(glyphs.unicodeScalars, shapes) {
        result[scalar] = shape.map { Arm(x: sides[$0]!.0, y: sides[$0]!.1, stroke: stroke) }
      }
    }
    for (round, square) in zip("╭╮╰╯".unicodeScalars, "┌┐└┘".unicodeScalars) { result[round] = result[square] }
    return result
  }()

  /// Dashed lines, of two, three or four dashes to a cell, and half a line.
  private static let dashes: [Unicode.Scalar: [Part]] = [
    "╌": dashed(2, isLevel: true), "┄": dashed(3, isLevel: true), "┈": dashed(4, isLevel: true),
    "╎": dashed(2, isLevel: false), "┆": dashed(3, isLevel: false), "┊": dashed(4, isLevel: false),
    "╴": [.line(x1: 0, y1: 0.5, x2: 0.5, y2: 0.5, weight: 0.12)],
  ]

  private static func dashed(_ count: Int, isLevel: Bool) -> [Part] {
    (0..<count).map { number in
      let (start, end) = ((Double(number) + 0.2) / Double(count), (Double(number) + 0.8) / Double(count))
      return isLevel
        ? .line(x1: start, y1: 0.5, x2: end, y2: 0.5, weight: 0.12)
        : .line(x1: 0.5, y1: start, x2: 0.5, y2: end, weight: 0.12)
    }
  }
}
