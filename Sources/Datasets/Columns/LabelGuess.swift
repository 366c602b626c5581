/// Which column is to be predicted, where nobody has said so.
struct LabelGuess {
  let column: Int
  let reason: String

  /// The names that people give to what is to be predicted and to nothing else, the surest first.
  private static let sure: [String] = [
    "target", "survived", "class", "label", "labels", "y", "outcome", "species", "diagnosis", "medv", "saleprice",
    "median_house_value", "heartdisease", "heart_disease", "is_fraud", "default.payment.next.month", "loan_status",
  ]

  /// Names that mean it where they stand in the last or the first place.
  private static let atAnEnd: [String] = [
    "quality", "price", "churn", "exited", "attrition", "default", "income", "salary", "charges", "digit", "output",
    "response", "result", "category", "type", "mpg", "stroke", "fraud", "deposit", "approved", "status", "rings",
    "strength", "cnt", "score", "grade", "g3", "rating", "condition", "variety", "play", "num", "sales", "wage",
    "admitted", "admit", "spam", "sentiment", "lpsa", "power", "purchase", "purchased", "subscribed", "converted",
    "progression", "disease", "passed", "pass", "died", "death", "event", "balance", "tip", "yield", "cases", "vote",
    "bikers", "case", "body_mass_g",
  ]

  /// Names that mean it wherever they stand, if nothing at an end does.
  private static let anywhere: [String] = [
    "quality", "price", "churn", "exited", "attrition", "salary", "charges", "digit", "mpg", "stroke", "fraud", "rings",
    "wage", "status", "type", "vote", "income", "tip", "variety", "rating", "score",
  ]

  /// By the file's own word, a known name, else by place and kind: the last column, or the first where that alone is
  /// of another kind than its neighbour.
  ///
  /// - Parameters:
  ///   - suits: whether a column may be a label at all: neither constant, nor an identifier, nor free text.
  init(columns: [RawColumn], profiles: [ColumnProfile], hasNames: Bool, suits: [Bool]) {
    let candidates = columns.indices.filter { suits[$0] }
    if hasNames, let named = Self.named(columns, candidates) {
      column = named
      reason = "its name is a usual one for what is to be predicted"
      return
    }
    guard let last = candidates.last, let first = candidates.first else {
      column = columns.count - 1
      reason = "the last column"
      return
    }
    let kinds = zip(columns, profiles).map(Kind.init)
    let before = candidates.dropLast().last ?? last
    let second = candidates.dropFirst().first ?? first
    let isLastOut = last != columns.count - 1
    if kinds[last].isBinary, !kinds[before].isBinary, !isLastOut {
      (column, reason) = (last, "the last column, of two values")
    } else if kinds[first] != kinds[second], kinds[last] == kinds[before] || isLastOut,
      kinds[first].isClass || isLastOut, !hasNames || kinds[first].isText && profiles[first].distinct < 30
    {
      (column, reason) = (first, "the first column: it is of another kind than those behind it")
    } else {
      (column, reason) = (last, isLastOut ? "the last column that can be predicted" : "the last column")
    }
  }

  private static func named(_ columns: [RawColumn], _ candidates: [Int]) -> Int? {
    let lower = columns.map { $0.name.lowercased().replacing(" ", with: "_") }
    // That a label is empty or always the same is told, not passed over.
    if let last = columns.last, last.form != .skipped, sure.contains(lower[columns.count - 1]) {
      return columns.count - 1
    }
    for name in sure {
      // Of x, y and z none is a label.
      if name == "y", lower.contains("z") { continue }
      if name == "y", let y = lower.firstIndex(of: "y"), y > 0, y < lower.count - 1, lower[y - 1] == "x" { continue }
      if let found = candidates.last(where: { lower[$0] == name }) { return found }
    }
    for end in [candidates.last, candidates.first].compactMap({ $0 }) where atAnEnd.contains(lower[end]) { return end }
    return anywhere.lazy.compactMap { name in candidates.last { lower[$0] == name } }.first
  }

  /// Kinds of columns, as far as they tell a label from its neighbours.
  private enum Kind: Hashable {
    case twoTexts, texts, twoNumbers, fewNumbers, numbers

    init(_ column: RawColumn, _ profile: ColumnProfile) {
      switch column.form {
      case .text: self = profile.distinct == 2 ? .twoTexts : .texts
      case .number, .date, .skipped:
        let isFew = profile.isWhole && profile.distinct <= 30 && !profile.isMonotone
        self = profile.distinct == 2 ? .twoNumbers : isFew ? .fewNumbers : .numbers
      }
    }

    var isBinary: Bool { self == .twoTexts || self == .twoNumbers }
    var isClass: Bool { self != .numbers }
    var isText: Bool { self == .twoTexts || self == .texts }
  }
}
