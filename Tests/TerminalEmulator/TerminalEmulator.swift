import Screen

/// A terminal without a window: it takes bytes and holds the screen that they make, for tests to look at.
///
/// It knows what xterm, tmux and VT220s have in common, as far as programs on this package's `Curses` use it, and it is strict: what
/// it does not know is counted in `unknown`.
public struct TerminalEmulator {
  public private(set) var width: Int
  public private(set) var height: Int
  /// The cells of the screen that is shown, row by row.
  public internal(set) var cells: [Cell]
  public internal(set) var cursor = Frame.Position(x: 0, y: 0)
  /// The modes that are on: `25` the cursor, `1049` the second screen, `1002` the mouse, …
  public internal(set) var modes: Set<Int> = [25]
  /// How often kitty's keyboard protocol was pushed more than popped.
  public internal(set) var keyboardDepth = 0
  /// Control sequences that the emulator does not know.
  public internal(set) var unknown: [String] = []
  /// What the program has asked, in order: `c` for DA1, `n` for DSR, and so on.
  public internal(set) var questions: [String] = []

  /// Whether erased cells get the background of the pen (terminfo's `bce`), and not the terminal's own.
  public var erasesInColor = true

  var pen = Style.plain
  /// Whether the last column was written, so that the next character goes to the next row.
  var isAtEdge = false
  var last: Unicode.Scalar = " "
  var saved: (cells: [Cell], cursor: Frame.Position)?
  private var pending: [UInt8] = []

  public init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    cells = Array(repeating: .blank, count: width * height)
  }

  public subscript(x: Int, y: Int) -> Cell { cells[y * width + x] }

  /// The cells as they look: a blank has no foreground, and half blocks stand with their colours in one order.
  public var look: [Cell] {
    cells.map { cell in
      let style = cell.style
      if cell.scalar == " ", style.attributes.isDisjoint(with: [.underline, .reverse]) {
        return Cell(" ", Style(.standard, on: style.background))
      }
      guard cell.scalar == "▄", style.attributes.isEmpty, style.foreground != .standard, style.background != .standard
      else { return cell }
      return Cell("▀", Style(style.background, on: style.foreground))
    }
  }

  /// The screen as lines of text without trailing blanks.
  public var lines: [String] {
    (0..<height).map { y in
      var line = String.UnicodeScalarView()
      line.append(contentsOf: cells[y * width..<(y + 1) * width].map(\.scalar))
      return String(String(line).reversed().drop { $0 == " " }.reversed())
    }
  }

  public func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// Gives the window another size; what is on the screen stays where it fits.
  public mutating func resize(width: Int, height: Int) {
    var next = Array(repeating: Cell.blank, count: width * height)
    for y in 0..<min(height, self.height) {
      for x in 0..<min(width, self.width) { next[y * width + x] = self[x, y] }
    }
    (self.width, self.height, cells, saved, isAtEdge) = (width, height, next, nil, false)
    cursor = Frame.Position(x: min(cursor.x, width - 1), y: min(cursor.y, height - 1))
  }

  /// Takes bytes; sequences may be cut anywhere.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var start = 0
    while start < pending.count, let count = take(pending[start...]) { start += count }
    pending.removeFirst(start)
  }

  /// Takes the first character or sequence and returns its length; nil where it is incomplete.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes.first!
    switch first {
    case 0x1b: return takeEscape(bytes)
    case 0x0d: (cursor.x, isAtEdge) = (0, false)
    case 0x08: (cursor.x, isAtEdge) = (max(0, cursor.x - 1), false)
    case 0x0a: newLine()
    case 0x00...0x1f: break
    default: return takeCharacter(bytes)
    }
    return 1
  }

  private mutating func takeCharacter(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.first! < 0x80 ? 1 : bytes.first! < 0xe0 ? 2 : bytes.first! < 0xf0 ? 3 : 4
    if let end = bytes.prefix(count).dropFirst().firstIndex(where: { !(0x80..<0xc0).contains($0) }) {
      put("\u{fffd}")  // Broken off, as a crash within a frame does.
      return end - bytes.startIndex
    }
    guard bytes.count >= count else { return nil }
    put(String(decoding: bytes.prefix(count), as: UTF8.self).unicodeScalars.first!)
    return count
  }

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["):
      guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20..<0x40).contains($0) }) else { return nil }
      if bytes[end] < 0x20 { return end - bytes.startIndex }  // Broken off.
      control(String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self), Unicode.Scalar(bytes[end]))
      return end - bytes.startIndex + 1
    case UInt8(ascii: "]"):
      guard let end = bytes.firstRange(of: [0x1b, 0x5c])?.upperBound else { return nil }
      questions.append("]")
      return end - bytes.startIndex
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2 ? 3 : nil
    case UInt8(ascii: "7"), UInt8(ascii: "8"): return 2
    default:
      unknown.append("ESC \(second)")
      return 2
    }
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    if isAtEdge {
      newLine()
      cursor.x = 0
    }
    cells[cursor.y * width + cursor.x] = Cell(scalar, pen)
    last = scalar
    isAtEdge = cursor.x == width - 1
    if !isAtEdge { cursor.x += 1 }
  }

  private mutating func newLine() {
    isAtEdge = false
    guard cursor.y == height - 1 else { return cursor.y += 1 }
    cells.removeFirst(width)
    cells += Array(repeating: .blank, count: width)
  }
}
