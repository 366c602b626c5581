import NeuralNetwork
import Plots
import Screen
import Training

/// Lines of arithmetic under headings, taller than the panel that shows a part of them.
struct Sheet {
  private(set) var lines: [[Span]] = []
  /// The line at which each section begins.
  private(set) var sections: [Section: Int] = [:]
  /// The lines that are about the selected weight or bias.
  private(set) var cursors: [Int] = []
  let theme: Theme
  let width: Int

  enum Section: Hashable, CaseIterable { case forward, backward, gradient, update }

  init(theme: Theme, width: Int) { (self.theme, self.width) = (theme, width) }

  mutating func head(_ section: Section, _ words: String) {
    sections[section] = lines.count
    lines.append([Span(words, theme.title)])
  }

  mutating func line(_ spans: [Span]) { lines.append(spans) }

  /// Marks a line as one about the selected weight or bias.
  mutating func putCursor(at line: Int) { cursors.append(line) }

  mutating func note(_ words: String) { lines.append([Span(words, theme.faint)]) }

  /// A number in its column: coloured by its sign, or a mark in its place.
  func span(_ value: Float, in column: NumberColumn, _ knowledge: Progress.Knowledge) -> Span {
    switch knowledge {
    case .known: Span(column.string(value), value.isFinite ? theme.style(ofSign: Double(value)) : theme.warning)
    case .unknown: Span(column.blank("·"), theme.faint)
    case .covered: Span(column.blank("?"), theme.highlight)
    }
  }

  private func result(_ text: String, _ value: Float, _ knowledge: Progress.Knowledge) -> Span {
    guard knowledge == .known else {
      return knowledge == .covered ? Span("????", theme.highlight) : Span("····", theme.faint)
    }
    return Span(text, value.isFinite ? theme.style(ofSign: Double(value)) : theme.warning)
  }

  /// `NAME  a · b = c` for each term.
  struct Product {
    let name: String
    let left, right: Float
    let known: (left: Progress.Knowledge, right: Progress.Knowledge, result: Progress.Knowledge)
  }

  /// The terms of a sum that are not shown one by one.
  struct Rest {
    let count: Int
    let sum: Float
    let knowledge: Progress.Knowledge
  }

  /// The products of a sum, below each other, and what is left of it in one line; printed with so many digits that the first
  /// five of the sum follow from them, if that can be had.
  ///
  /// - Parameters:
  ///   - total: the sum.
  ///   - start: what is printed of what it begins with.
  /// - Returns: what the printed terms add up to, `start` included.
  mutating func products(_ products: [Product], rest: Rest? = nil, total: Float, from start: Double = 0) -> Double {
    let choices = (0...6).lazy.map { Columns(products, rest, extra: $0) }
    func digits(_ columns: Columns) -> Int {
      PrintedEquation.supportedDigits(of: total, near: start + columns.sum)
    }
    let columns = choices.first { digits($0) == 5 } ?? choices.max { digits($0) < digits($1) }!
    write(products, rest, columns)
    return start + columns.sum
  }

  /// How the numbers of a sum's terms are printed.
  private struct Columns {
    let left, right, result: NumberColumn
    /// What the printed results add up to.
    let sum: Double

    init(_ products: [Product], _ rest: Rest?, extra: Int) {
      left = NumberColumn.operands(products.map(\.left), extra: extra)
      right = NumberColumn.operands(products.map(\.right), extra: extra)
      let result = NumberColumn.products(products.map { ($0.left, $0.right) }, left, right)
      self.result = result
      sum =
        products.reduce(0) { $0 + result.printed($1.left * $1.right) } + (rest.map { result.printed($0.sum) } ?? 0)
    }
  }

  private mutating func write(_ products: [Product], _ rest: Rest?, _ columns: Columns) {
    let names = products.map(\.name.columnCount).max() ?? 0
    for product in products {
      let name = product.name + String(repeating: " ", count: names - product.name.columnCount + 1)
      line([
        Span(name, theme.text), span(product.left, in: columns.left, product.known.left), Span(" · ", theme.faint),
        span(product.right, in: columns.right, product.known.right), Span(" = ", theme.faint),
        span(product.left * product.right, in: columns.result, product.known.result),
      ])
    }
    guard let rest else { return }
    let words = "the other \(rest.count)"
    let room = names + 1 + columns.left.width + 3 + columns.right.width - words.columnCount
    line([
      Span(words + String(repeating: " ", count: max(0, room)), theme.faint), Span(" = ", theme.faint),
      span(rest.sum, in: columns.result, rest.knowledge),
    ])
  }

  /// `SYMBOL = WORDS = VALUE` of a number that is given: with as many digits as sums need of it.
  mutating func given(_ symbol: String, _ words: String, _ value: Float) {
    line([Span(symbol, theme.text), Span(" = \(words) = ", theme.faint), result(Self.printed(value), value, .known)])
  }

  /// A given number with seven significant digits.
  static func printed(_ value: Float) -> String {
    NumberFormat(width: 13, significantDigits: 7, trimsZeros: true).string(Double(value))
  }

  /// `SYMBOL = FORMULA = VALUE` of a sum whose printed terms stand above.
  mutating func sum(
    _ symbol: String, _ formula: String, _ value: Float, of terms: Double, _ knowledge: Progress.Knowledge
  ) {
    let text = PrintedEquation.sum(value, ofPrinted: terms)
    line([
      Span(symbol, theme.text), Span(" = \(formula) = ", theme.faint), result(text, value, knowledge),
    ])
  }

  /// `SYMBOL = FORMULA = NUMBERS = VALUE`, on two lines where one is too narrow.
  mutating func equation(
    _ symbol: String, _ formula: String, _ value: Float, _ knowledge: Progress.Knowledge,
    numbers: Equation.Substitution = ""
  ) {
    let printed = PrintedEquation(Equation(symbol, formula, numbers, value))
    let numbers = printed.numbers.map { part in
      Span(part.text, part.value.map { theme.style(ofSign: Double($0)) } ?? theme.faint)
    }
    let head = [Span(symbol, theme.text), Span(" = " + formula, theme.faint)]
    let substituted = knowledge == .known && !numbers.isEmpty ? [Span(" = ", theme.faint)] + numbers : []
    let result = [Span(" = ", theme.faint), self.result(printed.result, value, knowledge)]
    let indent = Span(" ", theme.text)
    if (head + substituted + result).columnCount <= width {
      line(head + substituted + result)
    } else if ([indent] + substituted + result).columnCount <= width || substituted.isEmpty {
      line(head)
      line([indent] + substituted + result)
    } else {
      line(head)
      line([indent] + substituted)
      line([indent] + result)
    }
  }

  /// Draws what there is room for, from a line on; says in the last row what is hidden.
  func draw(into frame: inout Frame, in region: Region, from first: Int) {
    for (row, line) in lines.dropFirst(first).prefix(region.height).enumerated() {
      let room = Region(x: region.x, y: region.y + row, width: region.width, height: 1)
      frame.clipped(to: room) { $0.write(line, x: room.x, y: room.y, maxWidth: room.width) }
      if cursors.contains(first + row) { frame.restyle(room) { $0 = theme.selection.with($0.attributes) } }
    }
  }
}

extension [Span] {
  /// The columns that the spans take.
  fileprivate var columnCount: Int { reduce(0) { $0 + $1.text.columnCount } }
}
