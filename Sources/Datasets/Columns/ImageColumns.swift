/// Columns that are the points of pictures, row by row, and one that says what they show.
struct ImageColumns {
  let size: Dataset.ImageSize?
  let label: Int

  /// Told by names (`pixel_0_0`, `pixel0`, `1x1`), or by a square number of columns of whole numbers 0 ... 255 beside a
  /// label in the first or the last place.
  ///
  /// - Parameter label: the label's name where it was asked for.
  init?(_ columns: [RawColumn], _ profiles: [ColumnProfile], hasNames: Bool, label: String?) {
    let count = columns.count - 1
    guard count >= 16, columns.allSatisfy({ $0.form == .number || $0.name == label }) || count >= 64 else { return nil }
    let named = columns.indices.filter { Self.isPixel(columns[$0].name) }
    let byName = columns.indices.first { !Self.isPixel(columns[$0].name) }
    let found = named.count == count ? byName : Self.unnamedLabel(columns, profiles, label: label)
    guard let found else { return nil }
    self.label = found
    let others = columns.indices.filter { $0 != found }
    guard others.allSatisfy({ columns[$0].form == .number && profiles[$0].missing == 0 }) else { return nil }
    let side = Int(Double(count).squareRoot())
    let byNames = Dataset.imageSize(fromNames: others.map { columns[$0].name })
    if byNames == nil, named.count != count, !others.allSatisfy({ Self.isGrey(profiles[$0]) }) { return nil }
    size = byNames ?? (side * side == count ? Dataset.ImageSize(rows: side, columns: side) : nil)
  }

  /// `pixel12`, `pixel_3_4`, `px12`, `1x28`
  private static func isPixel(_ name: String) -> Bool {
    let name = name.lowercased()
    let rest = name.hasPrefix("pixel") ? name.dropFirst(5) : name.hasPrefix("px") ? name.dropFirst(2) : nil
    if let rest { return !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "_" || $0 == "." } }
    let parts = name.split(separator: "x", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  /// Levels of grey are whole numbers from 0; a column without missing cells.
  private static func isGrey(_ profile: ColumnProfile) -> Bool {
    profile.isWhole && profile.low >= 0 && profile.high <= 255 && profile.missing == 0
  }

  /// The first or the last column where all others are levels of grey that often reach 0.
  private static func unnamedLabel(_ columns: [RawColumn], _ profiles: [ColumnProfile], label: String?) -> Int? {
    let count = columns.count - 1
    let side = Int(Double(count).squareRoot())
    guard side * side == count, count >= 64 else { return nil }
    let ends = [columns.count - 1, 0]
    let candidates = label.map { name in ends.filter { columns[$0].name == name } } ?? ends
    return candidates.first { end in
      let others = columns.indices.filter { $0 != end }
      let zeros = others.count { profiles[$0].low == 0 }
      let isEven = columns[end].form == .text || Self.isEven(columns[end], profiles[end])
      return others.allSatisfy { columns[$0].form == .number && isGrey(profiles[$0]) } && zeros * 2 > others.count
        && isEven && others.contains { profiles[$0].high > 15 }
    }
  }

  /// Whether the classes come about equally often.
  private static func isEven(_ column: RawColumn, _ profile: ColumnProfile) -> Bool {
    guard profile.isWhole, (2...62).contains(profile.numbers.count),
      profile.high - profile.low == Float(profile.distinct - 1)
    else { return false }
    var counts = [Float: Int]()
    for value in column.values.prefix(10_000) { counts[value, default: 0] += 1 }
    return counts.values.max()! < 20 * counts.values.min()!
  }
}
