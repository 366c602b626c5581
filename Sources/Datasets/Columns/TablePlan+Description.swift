extension TablePlan {
  /// The columns of a histogram.
  private static let bins = 12
  /// The rows that histograms and associations are counted from, at most.
  private static let sampled = 20_000
  /// The rows that are shown as they stand in the file.
  private static let shown = 8

  /// What was found out and decided, for a person to read.
  func description(form: String, notes: [TableNote], of dataset: Dataset) -> TableDescription {
    let step = max(1, rows.count / Self.sampled)
    let places = Array(stride(from: 0, to: rows.count, by: step))
    let association = Association(labels: dataset.labels, places: places)
    let label = raw.columns[labelColumn]
    var result = TableDescription(
      file: raw.file, form: form, notes: notes + raw.layout.notes + raw.notes, rows: raw.count,
      label: TableDescription.Label(name: label.name, reason: labelReason, task: task, taskReason: taskReason),
      columns: raw.columns.indices.map { column($0, places, association) }, inputs: dataset.inputNames,
      baseline: baseline(dataset))
    result.rowsWithoutLabel = droppedForLabel
    result.rowsWithMissing = droppedForMissing
    if case .classes(let numbers, let names) = dataset.labels {
      var counts = Array(repeating: 0, count: names.count)
      for number in numbers { counts[number] += 1 }
      result.label.classes = zip(names, counts).map { TableDescription.ClassCount(name: $0, count: $1) }
    }
    return result
  }

  private func column(_ index: Int, _ places: [Int], _ association: Association) -> TableDescription.Column {
    let (column, profile, decision) = (raw.columns[index], profiles[index], decisions[index])
    let isNumber = column.form != .text && column.form != .skipped && profile.low <= profile.high
    return TableDescription.Column(
      name: column.name, role: decision.role, reason: decision.reason, type: type(column, profile),
      missing: profile.missing,
      distinct: profile.distinct > ColumnProfile.distinctLimit && isNumber && !profile.isMonotone
        ? nil : profile.distinct,
      range: isNumber ? Double(profile.low) + column.base...Double(profile.high) + column.base : nil,
      histogram: histogram(column, profile, places),
      association: index == labelColumn ? nil : associationOf(column, places, association),
      inputs: decision.inputs.count, first: (0..<min(raw.count, Self.shown)).map(column.cell),
      flagWords: FlagTexts(column).map { [column.text(1 - $0.yes), column.text($0.yes)] } ?? [])
  }

  private func type(_ column: RawColumn, _ profile: ColumnProfile) -> String {
    switch column.form {
    case .number: profile.missing == raw.count ? "nothing" : profile.isWhole ? "whole number" : "number"
    case .date: "date"
    case .text: "text"
    case .skipped: "not read"
    }
  }

  private func histogram(_ column: RawColumn, _ profile: ColumnProfile, _ places: [Int]) -> [Int] {
    switch column.form {
    case .skipped: return []
    case .text: return profile.counts.sorted(by: >).prefix(Self.bins).map { $0 }
    case .number, .date:
      guard profile.high >= profile.low else { return [] }
      let few = profile.distinct <= Self.bins && !profile.numbers.isEmpty
      var bins = Array(repeating: 0, count: few ? profile.numbers.count : Self.bins)
      let width = Double(profile.high) - Double(profile.low)
      for place in places {
        let value = column.values[rows[place]]
        if value.isNaN { continue }
        let bin =
          few
          ? profile.numbers.firstIndex(of: value) ?? 0
          : Int((Double(value) - Double(profile.low)) / width * Double(Self.bins))
        bins[min(bins.count - 1, bin)] += 1
      }
      return bins
    }
  }

  private func associationOf(_ column: RawColumn, _ places: [Int], _ association: Association) -> Double? {
    switch column.form {
    case .skipped: nil
    case .text:
      column.pool.isFull
        ? nil : association.with(groups: places.map { Int(column.codes[rows[$0]]) }, count: column.pool.count)
    case .number, .date: association.with(numbers: places.map { column.values[rows[$0]] })
    }
  }

  private func baseline(_ dataset: Dataset) -> TableDescription.Baseline {
    switch dataset.labels {
    case .classes(let numbers, let names):
      var counts = Array(repeating: 0, count: names.count)
      for number in numbers { counts[number] += 1 }
      let most = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }!
      return .majority(names[most], share: Double(counts[most]) / Double(numbers.count))
    case .values(let values):
      let count = Double(values.count)
      let mean = values.reduce(0) { $0 + Double($1) } / count
      let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
      return .mean(mean + dataset.labelOffset, deviation: variance.squareRoot())
    }
  }
}

extension RawColumn {
  /// A cell as a person reads it; empty where it is missing.
  func cell(_ row: Int) -> String {
    guard !isMissing(row) else { return "" }
    switch form {
    case .number: return base == 0 ? values[row].short : (Double(values[row]) + base).short
    case .date: return DateText.date(ofDay: Int((Double(values[row]) + base).rounded(.down)))
    case .text: return codes[row] == .max ? "…" : text(Int(codes[row])).shortened
    case .skipped: return ""
    }
  }
}

/// How much a label goes with a column.
struct Association {
  private let labels: Dataset.Labels
  private let places: [Int]

  /// - Parameter places: the rows that are compared.
  init(labels: Dataset.Labels, places: [Int]) {
    self.labels = labels
    self.places = places
  }

  /// Pearson's r for two numbers; the correlation ratio η of a number over the classes. Nil where one never changes.
  func with(numbers: [Float]) -> Double? {
    switch labels {
    case .values(let values): return Self.pearson(numbers, places.map { values[$0] })
    case .classes(let classes, let names):
      return Self.ratio(numbers, groups: places.map { classes[$0] }, count: names.count)
    }
  }

  /// η of the label over the groups, or Cramér's V of two groupings. A group below 0 is missing.
  func with(groups: [Int], count: Int) -> Double? {
    switch labels {
    case .values(let values): return Self.ratio(places.map { values[$0] }, groups: groups, count: count)
    case .classes(let classes, let names):
      guard count * names.count <= 1_000_000 else { return nil }
      return Self.cramer(groups, count, places.map { classes[$0] }, names.count)
    }
  }

  private static func pearson(_ x: [Float], _ y: [Float]) -> Double? {
    var (n, mx, my, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) where !a.isNaN {
      // Welford's update, which keeps large offsets harmless.
      n += 1
      let (dx, dy) = (Double(a) - mx, Double(b) - my)
      mx += dx / n
      my += dy / n
      xx += dx * (Double(a) - mx)
      yy += dy * (Double(b) - my)
      xy += dx * (Double(b) - my)
    }
    return xx > 0 && yy > 0 ? max(-1, min(1, xy / (xx * yy).squareRoot())) : nil
  }

  /// η = √(variance between the groups / whole variance)
  private static func ratio(_ values: [Float], groups: [Int], count: Int) -> Double? {
    var (sums, counts) = (Array(repeating: 0.0, count: count), Array(repeating: 0.0, count: count))
    let pairs = zip(values, groups).filter { !$0.0.isNaN && $0.1 >= 0 && $0.1 < count }
    guard pairs.count > 1 else { return nil }
    let mean = pairs.reduce(0) { $0 + Double($1.0) } / Double(pairs.count)
    var total = 0.0
    for (value, group) in pairs {
      sums[group] += Double(value) - mean
      counts[group] += 1
      total += (Double(value) - mean) * (Double(value) - mean)
    }
    let between = zip(sums, counts).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
    return total > 0 ? min(1, (between / total).squareRoot()) : nil
  }

  /// V = √(χ² / (n · (min(rows, columns) − 1)))
  private static func cramer(_ a: [Int], _ aCount: Int, _ b: [Int], _ bCount: Int) -> Double? {
    var table = Array(repeating: 0.0, count: aCount * bCount)
    var (rows, columns, n) = (Array(repeating: 0.0, count: aCount), Array(repeating: 0.0, count: bCount), 0.0)
    for (x, y) in zip(a, b) where x >= 0 && x < aCount {
      table[x * bCount + y] += 1
      rows[x] += 1
      columns[y] += 1
      n += 1
    }
    let least = min(rows.count { $0 > 0 }, columns.count { $0 > 0 })
    guard least > 1 else { return nil }
    var sum = 0.0
    for x in 0..<aCount where rows[x] > 0 {
      for y in 0..<bCount where columns[y] > 0 {
        sum += table[x * bCount + y] * table[x * bCount + y] / (rows[x] * columns[y])
      }
    }
    return min(1, max(0, (sum - 1) / Double(least - 1)).squareRoot())
  }
}
