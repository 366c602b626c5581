import LinearAlgebra

/// The finite grammar of Reber (1967): a walk through six places that spells a string such as BTSSXXTVVE. What may come next
/// depends on more than the last symbol.
public enum ReberGrammar {
  /// The symbols in the order of a network's inputs and outputs; B begins a string, E ends it.
  public static let symbols = ["B", "T", "P", "S", "X", "V", "E"]

  /// From each place: the symbols that may come, and the places that they lead to; after E there is none.
  private static let ways: [[(symbol: String, to: Int)]] = [
    [("B", 1)],
    [("T", 2), ("P", 3)],
    [("S", 2), ("X", 4)],
    [("T", 3), ("V", 5)],
    [("X", 3), ("S", 6)],
    [("P", 4), ("V", 6)],
    [("E", 7)],
    [],
  ]

  /// Longer strings are drawn again.
  static let longest = 30

  /// Whether a string can be spelled from beginning to end.
  public static func accepts(_ string: String) -> Bool {
    var place = 0
    for symbol in string {
      guard let way = ways[place].first(where: { $0.symbol == String(symbol) }) else { return false }
      place = way.to
    }
    return place == 7
  }

  /// One string, each way with equal chances: at every step a symbol, the next one as target, and all that may come next.
  static func string(from stream: inout RandomStream) -> SequenceGenerator.Drawn {
    while true {
      var place = 0, spelled: [Int] = [], allowed: [[Float]] = []
      while !ways[place].isEmpty {
        let way = ways[place][stream.integer(below: ways[place].count)]
        spelled.append(symbols.firstIndex(of: way.symbol)!)
        place = way.to
        allowed.append(symbols.map { symbol in ways[place].contains { $0.symbol == symbol } ? 1 : 0 })
      }
      guard spelled.count <= longest else { continue }
      return SequenceGenerator.Drawn(
        steps: zip(spelled, spelled.dropFirst()).enumerated().map { step, pair in
          SequenceGenerator.Drawn.Step(
            inputs: SequenceGenerator.one(pair.0, of: symbols.count),
            target: SequenceGenerator.one(pair.1, of: symbols.count), allowed: allowed[step])
        })
    }
  }
}
