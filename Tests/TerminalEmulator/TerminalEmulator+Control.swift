import Screen

extension TerminalEmulator {
  /// Carries out a control sequence: its parameters, marks and all, and its last letter.
  mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    if let mark = parameters.unicodeScalars.first, ("<"..."?").contains(mark) || parameters.contains("$") {
      return privateControl(parameters, final)
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "m": render(numbers.isEmpty ? [0] : numbers)
    case "H": go(x: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, y: count - 1)
    case "G": go(x: count - 1, y: cursor.y)
    case "d": go(x: cursor.x, y: count - 1)
    case "A": go(x: cursor.x, y: cursor.y - count)
    case "B": go(x: cursor.x, y: cursor.y + count)
    case "C": go(x: cursor.x + count, y: cursor.y)
    case "D": go(x: cursor.x - count, y: cursor.y)
    case "X": erase(from: cursor.x, count: count)
    case "K": erase(from: first == 1 ? 0 : cursor.x, count: first == 1 ? cursor.x + 1 : width)
    case "J": eraseScreen(first)
    case "b": for _ in 0..<count { put(last) }
    case "c", "n": questions.append(String(final))
    case "l", "h", "t", "r": break
    default: unknown.append("CSI \(parameters) \(final)")
    }
  }

  private mutating func go(x: Int, y: Int) {
    cursor = Frame.Position(x: min(max(0, x), width - 1), y: min(max(0, y), height - 1))
    isAtEdge = false
  }

  private mutating func erase(from x: Int, count: Int) {
    for column in x..<min(width, x + count) { cells[cursor.y * width + column] = blank }
  }

  private var blank: Cell { Cell(" ", Style(.standard, on: erasesInColor ? pen.background : .standard)) }

  private mutating func eraseScreen(_ part: Int) {
    let here = cursor.y * width + cursor.x
    let erased = part == 0 ? here..<cells.count : part == 1 ? 0..<here + 1 : 0..<cells.count
    for index in erased { cells[index] = blank }
  }

  private mutating func privateControl(_ parameters: String, _ final: Unicode.Scalar) {
    let number = Int(parameters.filter(\.isNumber)) ?? 0
    switch (parameters.first, final) {
    case ("?", "h"): for mode in modes(in: parameters) { set(mode) }
    case ("?", "l"): for mode in modes(in: parameters) { unset(mode) }
    case ("?", "c"): break  // The Linux console's shape of the cursor.
    case (">", "u"): keyboardDepth += 1
    case ("<", "u"): keyboardDepth -= max(1, number)
    case ("?", "u"), (">", "q"), ("?", "p"): questions.append("\(final)")
    default: unknown.append("CSI \(parameters) \(final)")
    }
  }

  private func modes(in parameters: String) -> [Int] {
    parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
  }

  private mutating func set(_ mode: Int) {
    guard modes.insert(mode).inserted, mode == 1049 || mode == 47 else { return }
    saved = (cells, cursor)
    cells = Array(repeating: .blank, count: width * height)
  }

  private mutating func unset(_ mode: Int) {
    guard modes.remove(mode) != nil, mode == 1049 || mode == 47 else { return }
    if let saved { (cells, cursor) = saved } else { cells = Array(repeating: .blank, count: width * height) }
    isAtEdge = false
  }

  /// Colours and attributes (SGR).
  private mutating func render(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = .plain
      case 1: pen.attributes.insert(.bold)
      case 2: pen.attributes.insert(.dim)
      case 3: pen.attributes.insert(.italic)
      case 4: pen.attributes.insert(.underline)
      case 7: pen.attributes.insert(.reverse)
      case 22: pen.attributes.subtract([.bold, .dim])
      case 23: pen.attributes.remove(.italic)
      case 24: pen.attributes.remove(.underline)
      case 27: pen.attributes.remove(.reverse)
      case 10: break
      case 30...37: pen.foreground = .ansi(UInt8(number - 30))
      case 40...47: pen.background = .ansi(UInt8(number - 40))
      case 90...97: pen.foreground = .ansi(UInt8(number - 82))
      case 100...107: pen.background = .ansi(UInt8(number - 92))
      case 39: pen.foreground = .standard
      case 49: pen.background = .standard
      case 38: pen.foreground = color(&rest)
      case 48: pen.background = color(&rest)
      default: unknown.append("SGR \(number)")
      }
    }
  }

  private mutating func color(_ rest: inout ArraySlice<Int>) -> Color {
    switch rest.popFirst() {
    case 5: return .palette(UInt8(clamping: rest.popFirst() ?? 0))
    case 2:
      let parts = (0..<3).map { _ in UInt8(clamping: rest.popFirst() ?? 0) }
      return .rgb(parts[0], parts[1], parts[2])
    default:
      unknown.append("SGR colour")
      return .standard
    }
  }
}
