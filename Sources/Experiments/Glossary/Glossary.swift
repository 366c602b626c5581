import Datasets

/// The words of the field: what stands on the screen and in books, explained. One table, from which the screen's glossary, the
/// palette, the help and `descent glossary` come.
public enum Glossary {
  /// All terms by their names in the order of the alphabet.
  public static let terms: [Term] = [
    neuron, activations, learning, costs, optimizers, initialWeights, surface, data, evaluation, screen, memory,
    recurrent,
  ].flatMap { $0 }.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }

  /// The term that something of the program is explained by; nil where there is none.
  public static func term(for subject: Term.Subject) -> Term? { bySubject[subject] }

  /// The term of a name, a symbol or another word for it, whatever its case and number; nil where there is none.
  public static func term(named name: String) -> Term? {
    let wanted = name.split(separator: " ").joined(separator: " ")
    let lower = wanted.lowercased()
    func term(called word: String) -> Term? { terms.first { $0.names.contains { $0.lowercased() == word } } }
    return terms.first { $0.names.contains(wanted) } ?? term(called: lower)
      ?? (lower.count > 3 && lower.hasSuffix("s") ? term(called: String(lower.dropLast())) : nil)
  }

  /// The terms whose names begin with what is typed, then those that have all its words in a name, then those that have them
  /// in what is said.
  public static func terms(matching typed: String) -> [Term] {
    let words = typed.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return terms }
    let whole = words.joined(separator: " ")
    func rank(_ term: Term) -> Int? {
      let names = term.names.map { $0.lowercased() }
      if names.contains(whole) { return 0 }
      if names.contains(where: { $0.hasPrefix(whole) }) { return 1 }
      if names.contains(where: { name in words.allSatisfy { name.contains($0) } }) { return 2 }
      let text = (term.name + " " + term.meaning).lowercased()
      return first.count > 2 && words.allSatisfy { text.contains($0) } ? 3 : nil
    }
    let ranked = terms.enumerated().compactMap { place, term in rank(term).map { (rank: $0, place: place, term: term) }
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.term)
  }

  /// The term of a name.
  ///
  /// - Throws: where there is none, with near names.
  public static func find(_ name: String) throws(Mistake) -> Term {
    if let term = term(named: name) { return term }
    let near = terms(matching: name).prefix(6).map(\.name)
    throw Mistake(.unknownName(kind: "term", name, known: near.isEmpty ? terms.flatMap(\.names) : near))
  }

  private static let bySubject = Dictionary(
    terms.flatMap { term in term.subjects.map { ($0, term) } }, uniquingKeysWith: { first, _ in first })
}
