/// What the values of a column are like, counted without regard to any label.
struct ColumnProfile {
  var missing = 0
  /// The number of different values, up to `distinctLimit`.
  var distinct = 0
  /// Lowest and highest number, without the column's base.
  var low = Float.infinity
  var high = -Float.infinity
  /// Whether all numbers are whole.
  var isWhole = true
  /// Whether each number is larger than the one before, or each smaller.
  var isMonotone = false
  /// Whether each number is one more than that before.
  var isCounting = false
  /// How often each text comes, by its number.
  var counts: [Int] = []
  /// The different numbers where there are at most `distinctLimit`, ascending.
  var numbers: [Float] = []

  /// Beyond so many different numbers they are not told apart.
  static let distinctLimit = 1000

  /// O(count)
  init(of column: RawColumn) {
    switch column.form {
    case .number, .date: measure(column.values, base: column.base)
    case .text: measure(codes: column.codes, texts: column.pool)
    case .skipped: return
    }
  }

  private mutating func measure(_ values: [Float], base: Double) {
    var seen = NumberSet(limit: Self.distinctLimit)
    var (rises, falls, steps) = (true, true, true)
    var last: Float = .nan
    let isBaseWhole = base == base.rounded()
    for value in values {
      if value.isNaN {
        missing += 1
        continue
      }
      low = Swift.min(low, value)
      high = Swift.max(high, value)
      isWhole = isWhole && value == value.rounded()
      if !last.isNaN {
        rises = rises && value > last
        falls = falls && value < last
        steps = steps && value == last + 1
      }
      last = value
      seen.insert(value)
    }
    isWhole = isWhole && isBaseWhole
    let count = values.count - missing
    isMonotone = count > 1 && (rises || falls)
    isCounting = count > 1 && steps
    numbers = seen.isFull ? [] : seen.members.sorted()
    distinct = isMonotone ? count : seen.isFull ? Self.distinctLimit + 1 : numbers.count
  }

  private mutating func measure(codes: [Int32], texts: TextPool) {
    counts = Array(repeating: 0, count: texts.count)
    var beyond = 0
    for code in codes {
      if code == .max {
        beyond += 1
      } else if code >= 0 {
        counts[Int(code)] += 1
      } else {
        missing += 1
      }
    }
    distinct = counts.count + beyond
  }
}

/// Different numbers, up to a limit.
private struct NumberSet {
  private(set) var members: [Float] = []
  private var slots: [Int32]
  private let limit: Int
  private(set) var isFull = false

  init(limit: Int) {
    self.limit = limit
    var size = 64
    while size < limit * 4 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  @inline(__always)
  mutating func insert(_ number: Float) {
    if isFull { return }
    let number = number == 0 ? 0 : number
    let mask = slots.count - 1
    var slot = Int((number.bitPattern &* 0x9E37_79B1) >> 8) & mask
    while slots[slot] >= 0 {
      if members[Int(slots[slot])] == number { return }
      slot = (slot + 1) & mask
    }
    guard members.count < limit else { return isFull = true }
    slots[slot] = Int32(members.count)
    members.append(number)
  }
}
