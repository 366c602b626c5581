/// What a state of a Hopfield network is, by the patterns that are stored in it.
public enum Recognition: Hashable, Sendable {
  /// A stored pattern.
  case stored(Int)
  /// A stored pattern with every unit reversed, which has the same energy.
  case reversed(Int)
  /// sgn(±ξ_a ± ξ_b ± ξ_c …), an odd number of patterns at once: a minimum that nobody has stored.
  case mixture([Part])
  /// None of these; `nearest` is the pattern of the largest overlap, reversed ones too, if there is one.
  case spurious(nearest: Part?)

  /// A stored pattern, as it is or reversed.
  public struct Part: Hashable, Sendable {
    /// The pattern's number among those stored, from 0.
    public let pattern: Int
    /// Whether every unit is the opposite of the pattern's.
    public let isReversed: Bool
  }

  /// Mixtures are looked for among this many patterns of the largest overlaps: every three of them, the first five, and the
  /// first seven.
  static let mixed = 8

  /// Compares ±1 units with the patterns, each as long as they are. Of equal overlaps the first pattern counts.
  public init(of units: [Int8], among patterns: [[Int8]]) {
    let overlaps = patterns.map(units.overlap)
    let order = overlaps.indices.sorted { (abs(overlaps[$0]), $1) > (abs(overlaps[$1]), $0) }
    let parts = order.map { Part(pattern: $0, isReversed: overlaps[$0] < 0) }
    if let first = order.first, abs(overlaps[first]) == 1 {
      self = overlaps[first] > 0 ? .stored(first) : .reversed(first)
    } else if let mixture = Self.mixture(of: units, patterns, Array(parts.prefix(Self.mixed))) {
      self = .mixture(mixture)
    } else {
      self = .spurious(nearest: parts.first)
    }
  }

  private static func mixture(of units: [Int8], _ patterns: [[Int8]], _ parts: [Part]) -> [Part]? {
    var candidates: [[Part]] = []
    for a in parts.indices {
      for b in parts.indices.dropFirst(a + 1) {
        for c in parts.indices.dropFirst(b + 1) { candidates.append([parts[a], parts[b], parts[c]]) }
      }
    }
    for size in [5, 7] where size <= parts.count { candidates.append(Array(parts.prefix(size))) }
    return candidates.first { isMixture(units, patterns, $0) }
  }

  private static func isMixture(_ units: [Int8], _ patterns: [[Int8]], _ parts: [Part]) -> Bool {
    units.indices.allSatisfy { i in
      let sum = parts.reduce(0) { $0 + ($1.isReversed ? -1 : 1) * Int(patterns[$1.pattern][i]) }
      return (sum > 0) == (units[i] > 0)
    }
  }
}

extension Recognition {
  /// In words: `A`, `A reversed`, `mixture of A, −B and C`, `spurious, nearest to A`.
  public func words(names: [String]) -> String {
    switch self {
    case .stored(let pattern): names[pattern]
    case .reversed(let pattern): "\(names[pattern]) reversed"
    case .mixture(let parts): "mixture of " + Self.list(parts.map { $0.name(names) })
    case .spurious(let part?): "spurious, nearest to \(part.name(names))"
    case .spurious(nil): "spurious"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

extension Recognition.Part {
  func name(_ names: [String]) -> String { (isReversed ? "−" : "") + names[pattern] }
}
