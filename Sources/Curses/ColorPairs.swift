import CCurses
import Screen

/// The numbers that ncurses knows pairs of colours by.
///
/// ncurses colours cells by numbered pairs that must be defined first. This table defines a pair when it is first asked for.
/// Its numbers stay until `renew`; where they run out, a style keeps its foreground alone, and then nothing.
struct ColorPairs {
  private let depth: ColorDepth
  private let capacity: Int
  private var numbers: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// - Parameter capacity: How many pairs there may be, pair 0 (the terminal's own colours) included.
  init(depth: ColorDepth, capacity: Int) {
    self.depth = depth
    self.capacity = depth == .none ? 0 : capacity
  }

  /// Whether more numbers have been asked for than there are.
  private(set) var isExhausted = false

  /// Forgets all pairs. What is on the screen must then be drawn again.
  mutating func renew() {
    numbers.removeAll(keepingCapacity: true)
    isExhausted = false
  }

  /// The pair for a style's colours, as near as the depth can show them.
  mutating func number(for style: Style) -> Int32 {
    let pair = Pair(foreground: index(of: style.foreground), background: index(of: style.background))
    if pair == Pair(foreground: -1, background: -1) { return 0 }
    return number(for: pair) ?? number(for: Pair(foreground: pair.foreground, background: -1)) ?? 0
  }

  private mutating func number(for pair: Pair) -> Int32? {
    if let number = numbers[pair] { return number }
    let number = Int32(numbers.count + 1)
    guard number < capacity else {
      isExhausted = true
      return nil
    }
    numbers[pair] = number
    ccurses_define_pair(number, pair.foreground, pair.background)
    return number
  }

  /// A colour as terminfo numbers it: -1 is the terminal's own, 0…15 the ANSI colours, above that the number in the table of
  /// 256, or with 24 bits 0xrrggbb.
  private func index(of color: Color) -> Int32 {
    let color = color.converted(to: depth)
    if let index = color.paletteIndex, depth < .full || index < 16 { return Int32(index) }
    guard let parts = color.components else { return -1 }
    return max(16, Int32(parts.red << 16 | parts.green << 8 | parts.blue))
  }
}
