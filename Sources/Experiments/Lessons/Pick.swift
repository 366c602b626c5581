/// What a question asks to be selected on the screen, and by which rule one is the right one.
public struct Pick: Hashable, Sendable {
  /// What is selected.
  public let kind: Kind
  /// The rule as it was written: `largest(abs(it.delta))`.
  public let text: String
  let rule: Rule

  /// What can be asked for; the raw values are the names in demo files.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// A unit that is not an input; one of them that is not an output either.
    case unit, hidden
    /// A weight; a bias is none.
    case weight
    /// A row of the training part.
    case sample

    /// The numbers that `it` has here.
    var parts: [Formula.OwnPart] {
      switch self {
      case .unit, .hidden: [.z, .a, .slope, .delta, .bias, .dead, .saturated, .layer, .unit]
      case .weight: [.value, .gradient, .pull, .step, .change, .layer, .unit, .input]
      case .sample: []
      }
    }
  }

  /// One that can be selected; all numbers count from 0, layer 0 is the first with weights.
  public enum Target: Codable, Hashable, Sendable {
    case unit(layer: Int, unit: Int)
    case weight(layer: Int, unit: Int, input: Int)
    case sample(Int)
  }

  /// Which is the right one.
  enum Rule: Hashable, Sendable {
    case largest(Formula.Term)
    case smallest(Formula.Term)
    /// Each for which it holds.
    case holds(Formula.Term)
    /// The one that is named.
    case named(Target)
  }

  /// Reads a rule.
  ///
  /// - Throws: where it cannot be read, with the place in the text.
  public init(_ kind: Kind, _ text: String) throws(FormulaError) {
    (self.kind, self.text) = (kind, text)
    var reader = try FormulaParser(text, own: kind.parts)
    rule = try reader.readRule(of: kind)
  }

  private init(kind: Kind, text: String, rule: Rule) { (self.kind, self.text, self.rule) = (kind, text, rule) }
}

extension Pick {
  /// Values closer than this share of the best one are as good: on the screen they are the same number.
  private static let closeness = 1e-5

  /// The right ones among those that can be selected.
  ///
  /// - Parameter scope: the state in which a target is `it`; for a sample, the one in hand.
  public func right(among targets: [Target], in scope: (Target) -> some FormulaScope) -> [Target] {
    switch rule {
    case .named(let target): targets.contains(target) ? [target] : []
    case .holds(let term): targets.filter { target in term.value(in: scope(target)).map { $0 != 0 } ?? false }
    case .largest(let term): largest(among: targets) { term.value(in: scope($0)) }
    case .smallest(let term): largest(among: targets) { target in term.value(in: scope(target)).map { -$0 } }
    }
  }

  private func largest(among targets: [Target], _ value: (Target) -> Double?) -> [Target] {
    let values = targets.map { target in value(target).flatMap { $0.isFinite ? $0 : nil } }
    guard let best = values.compactMap({ $0 }).max() else { return [] }
    return zip(targets, values).filter { best - ($1 ?? -.infinity) <= Self.closeness * abs(best) }.map(\.0)
  }

  /// The same with each `entry(…)` in its rule replaced by its value in a state.
  public func settled(in scope: some FormulaScope) -> Pick {
    let settled: Rule =
      switch rule {
      case .largest(let term): .largest(term.settled(in: scope))
      case .smallest(let term): .smallest(term.settled(in: scope))
      case .holds(let term): .holds(term.settled(in: scope))
      case .named: rule
      }
    return Pick(kind: kind, text: text, rule: settled)
  }
}

extension Pick: Codable {
  private enum Key: CodingKey { case kind, text }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    try self.init(container.decode(Kind.self, forKey: .kind), container.decode(String.self, forKey: .text))
  }

  /// Writes what is selected, and the text of the rule.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(text, forKey: .text)
  }
}
