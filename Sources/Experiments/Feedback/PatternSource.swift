import Datasets
import LinearAlgebra

/// Where the patterns of a memory come from.
public enum PatternSource: Hashable, Sendable {
  /// Letters of the small alphabet, by their names: `ACX`.
  case letters(String)
  /// So many random patterns.
  case random(Int)
  /// A file with what was read from it.
  case file(path: String, [Pattern])
  /// Patterns drawn in the demo file, or stored by hand.
  case drawn([Pattern])

  /// The random patterns that there may be.
  static let counts = 1...1024

  /// The names of the letters that there are.
  static let alphabet = Pattern.letters.map(\.name).joined()

  /// The patterns, random ones of a square of this side.
  func patterns(side: Int, seed: UInt64) -> [Pattern] {
    switch self {
    case .letters(let names): return Pattern.letters(names)
    case .random(let count):
      var stream = RandomStream(seed: seed, purpose: .data)
      return (1...count).map { Pattern.random(name: "\($0)", width: side, height: side, from: &stream) }
    case .file(_, let patterns), .drawn(let patterns): return patterns
    }
  }

  /// As demo files write it: `ACX`, `random-5`, a path, or rows of `#` and `.` under the patterns' names.
  var text: String {
    switch self {
    case .letters(let names): names
    case .random(let count): "random-\(count)"
    case .file(let path, _): path
    case .drawn(let patterns):
      patterns.map { ([$0.name + ":"] + $0.art).joined(separator: "\n") }.joined(separator: "\n")
    }
  }
}

extension Domain where Value == PatternSource {
  /// Letters, random patterns, a file, or a drawing.
  static var patterns: Domain {
    .form(
      "letters, random-N, a file of patterns, or a drawing of # and .",
      .either([
        .form("^[\(PatternSource.alphabet)]+$", example: "ACX"),
        .form("^random-[1-9][0-9]*$", example: "random-5"), .form("[#.\\n]", example: "patterns.csv"),
      ]),
      read: { text, context throws(Refusal) in try PatternSource(text, context) }, write: \.text)
  }
}

extension PatternSource {
  /// Reads what `text` writes; files are read at once.
  fileprivate init(_ text: String, _ context: ReadingContext) throws(Refusal) {
    if text.contains("\n") || text.hasPrefix("#") {
      self = .drawn(try Self.read { () throws(DataError) in try PatternText(file: "the drawing").patterns(in: text) })
    } else if text.hasPrefix("random-"), let count = Int(text.dropFirst(7)) {
      guard Self.counts.contains(count) else {
        throw Refusal(.impossible(expected: "1 to \(Self.counts.upperBound) random patterns", found: "\(count)"))
      }
      self = .random(count)
    } else if text.contains(".") || text.contains("/") {
      let path = context.resolved(path: text)
      self = .file(path: path, try Self.read { () throws(DataError) in try PatternFile(path: path).read() })
    } else {
      let strangers = text.filter { !Self.alphabet.contains($0) }
      guard strangers.isEmpty, !text.isEmpty else {
        throw Refusal(.unknownName(kind: "pattern", String(strangers), known: Pattern.letters.map(\.name)))
      }
      self = .letters(text)
    }
  }

  private static func read(_ body: () throws(DataError) -> [Pattern]) throws(Refusal) -> [Pattern] {
    do throws(DataError) { return try body() } catch { throw Refusal(.data(error)) }
  }
}
