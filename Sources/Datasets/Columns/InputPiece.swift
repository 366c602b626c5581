/// One input of the network, as it is made from a column.
enum InputPiece: Hashable {
  /// The number itself; a missing one is filled with the median.
  case number
  /// 1 where the cell was missing.
  case wasMissing
  /// 1 where the text is the one of this number, 0 elsewhere.
  case category(Int)
  /// 1 where the number is this one (numbers that are taken for categories).
  case value(Float)
  /// 1 where the text is none of those that have an input of their own.
  case other
  /// 1 for yes, the text of this number.
  case flag(yes: Int)
  /// Parts of a moment.
  case month, weekday, hour
}

/// Decides which inputs a column becomes.
struct InputPlanner {
  private(set) var pieces: [InputPiece] = []
  private(set) var dropsRows = false
  /// What a person should know of it.
  private(set) var remark: String?

  /// The inputs that a column of categories may become.
  static let categoryLimit = 30
  /// With more texts than this, rare ones are pooled.
  private static let poolingFrom = 12

  init(column: RawColumn, profile: ColumnProfile, role: ColumnRole, rows: Int, policy: MissingPolicy) {
    switch role {
    case .number, .pixel: pieces = [.number]
    case .flag: pieces = FlagTexts(column).map { [.flag(yes: $0.yes)] } ?? []
    case .date: planDate(column, profile)
    case .category:
      column.form == .text ? planTexts(profile, rows, fills: policy == .fill) : planValues(column, profile)
    case .label, .identifier, .text, .constant, .empty, .out: return
    }
    if profile.missing > 0 { planMissing(column, profile, role, rows, policy) }
  }

  private mutating func planMissing(
    _ column: RawColumn, _ profile: ColumnProfile, _ role: ColumnRole, _ rows: Int, _ policy: MissingPolicy
  ) {
    let missing = "\(profile.missing) missing"
    switch policy {
    case .dropRows:
      dropsRows = true
      remark = "\(missing): the rows are left out"
    case .fill:
      remark = "\(missing): filled"
    case .automatic where role != .category && profile.missing * 20 <= rows:
      remark = "\(missing): filled with the median"
    case .automatic, .category, .columnOut:
      pieces.append(.wasMissing)
      remark =
        role == .category ? "\(missing): a category of their own" : "\(missing): filled with the median and marked"
    }
  }

  /// The texts by how often they come; where there are many, the rare ones are pooled.
  private mutating func planTexts(_ profile: ColumnProfile, _ rows: Int, fills: Bool) {
    let order = profile.counts.indices.sorted { (profile.counts[$1], $0) < (profile.counts[$0], $1) }
    let floor = max(2, rows / 200)
    let isPooling = order.count > Self.poolingFrom
    var kept = isPooling ? order.prefix(Self.categoryLimit).filter { profile.counts[$0] >= floor } : order
    if kept.count + 1 >= order.count { kept = order }
    pieces = kept.map { .category($0) }
    if kept.count < order.count {
      pieces.append(.other)
      remark = "the \(order.count - kept.count) rarest are pooled"
    }
  }

  /// Numbers that were asked to be categories.
  private mutating func planValues(_ column: RawColumn, _ profile: ColumnProfile) {
    guard (1...Self.categoryLimit).contains(profile.numbers.count) else {
      pieces = [.number]
      remark = "too many different numbers for categories"
      return
    }
    pieces = profile.numbers.map { .value($0) }
  }

  private mutating func planDate(_ column: RawColumn, _ profile: ColumnProfile) {
    pieces = [.number]
    guard profile.high > profile.low else { return }
    if profile.high - profile.low > 400 { pieces.append(.month) }
    let days = column.values.prefix(1000).filter { !$0.isNaN }.map { (Double($0) + column.base).rounded(.down) }
    let isDaily = Set(days.map { Int($0) % 7 }).count > 2
    if isDaily, profile.high - profile.low > 14 { pieces.append(.weekday) }
    if column.hasTimes { pieces.append(.hour) }
  }
}
