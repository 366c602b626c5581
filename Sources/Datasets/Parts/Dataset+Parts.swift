import LinearAlgebra

/// The numbers of the rows of each part, in the order of training.
public struct RowParts: Hashable, Sendable {
  /// The rows that are learned from.
  public var training: [Int]
  /// Measured beside the training part, and never learned from.
  public var validation: [Int]
  /// Measured where there is no validation part, else sealed.
  public var test: [Int]

  /// The parts as given; that no row is in two of them is not checked.
  public init(training: [Int], validation: [Int] = [], test: [Int] = []) {
    self.training = training
    self.validation = validation
    self.test = test
  }
}

extension Dataset {
  /// Which row is in which part, by the recipe's seed.
  ///
  /// Without `split` the rows are shuffled once and cut by `trainShare`; a data set that is all training (a truth
  /// table) keeps its order. The rows of a test file are the test part, and the shares divide the others. Rows added by hand follow at the end of the training part; removed ones are in none.
  /// - Throws: `DataError` where a part would have no row.
  public func parts(for recipe: DataRecipe) throws(DataError) -> RowParts {
    var parts: RowParts
    if let split = recipe.split {
      parts = try self.parts(testFile == nil ? split : split.withoutTest, for: recipe)
    } else {
      parts = cut(for: recipe)
    }
    if let testFile {
      if recipe.split == nil { parts.validation = parts.test }
      parts.test = Array(testFile.rows)
    }
    parts.training += inputs.rows - addedCount..<inputs.rows
    parts.training.removeAll(where: removed.contains)
    parts.validation.removeAll(where: removed.contains)
    parts.test.removeAll(where: removed.contains)
    return parts
  }

  private func cut(for recipe: DataRecipe) -> RowParts {
    let share = recipe.trainShare ?? (recipe.isTruthTable ? 1 : 0.5)
    let rows = shuffledRows(recipe, keepsOrder: share == 1 && recipe.isTruthTable)
    let cut = min(rows.count, max(1, Int((Double(rows.count) * Double(share)).rounded())))
    return RowParts(training: Array(rows[..<cut]), test: Array(rows[cut...]))
  }

  /// The rows that came with the data set, shuffled, the first so many that the recipe wants.
  private func shuffledRows(_ recipe: DataRecipe, keepsOrder: Bool = false) -> [Int] {
    var rows = Array(ownRows)
    if !keepsOrder {
      var random = RandomStream(seed: recipe.seed, purpose: .split)
      random.shuffle(&rows)
    }
    if case .file = recipe.source, let samples = recipe.samples { rows = Array(rows.prefix(samples)) }
    return rows
  }

  private func parts(_ split: DataSplit, for recipe: DataRecipe) throws(DataError) -> RowParts {
    let rows = shuffledRows(recipe)
    let parts: RowParts
    switch split.rule {
    case .random: parts = Self.cut(rows, split)
    case .stratified: parts = stratified(rows, split)
    case .group(let column): parts = Self.grouped(rows, split, keys: try keys(of: column))
    case .time(let column):
      let keys = try keys(of: column)
      parts = Self.cut(rows.sorted { (keys[$0], $0) < (keys[$1], $1) }, split)
    }
    let isLacking = [(parts.training, split.training), (parts.validation, split.validation), (parts.test, split.test)]
      .contains { $0.0.isEmpty && $0.1 > 0 }
    if isLacking { throw DataError(.emptyPart(rows: rows.count)) }
    return parts
  }

  /// What the rows say in the column that a split goes by; made data sets have no columns to go by.
  private func keys(of column: String) throws(DataError) -> [Double] {
    guard let splitKeys else { throw DataError(.noSuchColumn(column, available: [])) }
    return splitKeys
  }

  private static func cut(_ rows: [Int], _ split: DataSplit) -> RowParts {
    let first = Int((Double(rows.count) * split.training).rounded())
    let second = Int((Double(rows.count) * (split.training + split.validation)).rounded())
    return RowParts(
      training: Array(rows[..<first]), validation: Array(rows[first..<max(first, second)]),
      test: Array(rows[max(first, second)...]))
  }

  /// Each class is cut by itself; the parts keep the shuffled order.
  ///
  /// What rounding leaves over in one class is carried to the next, so that the parts have their shares of all rows.
  private func stratified(_ rows: [Int], _ split: DataSplit) -> RowParts {
    guard case .classes(let classes, let names) = labels else { return Self.cut(rows, split) }
    var byClass = Array(repeating: [Int](), count: names.count)
    for row in rows { byClass[classes[row]].append(row) }
    var part = Array(repeating: 0, count: inputs.rows)
    var (first, second, taken) = (0.0, 0.0, (first: 0, second: 0))
    for members in byClass {
      first += Double(members.count) * split.training
      second += Double(members.count) * (split.training + split.validation)
      let one = min(members.count, max(0, Int(first.rounded()) - taken.first))
      let two = min(members.count, max(one, Int(second.rounded()) - taken.second))
      taken = (taken.first + one, taken.second + two)
      for (place, row) in members.enumerated() { part[row] = place < one ? 0 : place < two ? 1 : 2 }
    }
    return RowParts(
      training: rows.filter { part[$0] == 0 }, validation: rows.filter { part[$0] == 1 },
      test: rows.filter { part[$0] == 2 })
  }

  /// Whole groups, in the order in which they come in the shuffled rows, to the part that lacks most of its share.
  private static func grouped(_ rows: [Int], _ split: DataSplit, keys: [Double]) -> RowParts {
    var groups: [Double: Int] = [:]
    var members: [[Int]] = []
    for row in rows {
      if let group = groups[keys[row]] {
        members[group].append(row)
      } else {
        groups[keys[row]] = members.count
        members.append([row])
      }
    }
    let shares = [split.training, split.validation, split.test]
    var parts: [[Int]] = [[], [], []]
    for group in members {
      let lacking = shares.indices.max { a, b in
        shares[a] * Double(rows.count) - Double(parts[a].count) < shares[b] * Double(rows.count)
          - Double(parts[b].count)
      }!
      parts[lacking] += group
    }
    return RowParts(training: parts[0], validation: parts[1], test: parts[2])
  }
}

// MARK: Folds

extension Dataset {
  /// The parts of k-fold cross-validation: each row is tested once and trained on in all other folds.
  ///
  /// Folds are stratified by class; with `split` by group, groups stay together; with `split` by time, the rows are cut
  /// into one stretch more than there are folds, and each fold is trained on all that comes before its own. The rows of
  /// a sealed test part are in no fold. Traps unless `count` is at least 2.
  /// - Throws: `DataError` where there are fewer rows, or groups, than folds.
  public func folds(_ count: Int, for recipe: DataRecipe) throws(DataError) -> [RowParts] {
    precondition(count >= 2, "\(count) folds do not validate each other")
    let whole = try parts(for: recipe)
    let rows = recipe.split == nil && testFile == nil ? whole.training + whole.test : whole.training + whole.validation
    guard rows.count >= count else { throw DataError(.emptyPart(rows: rows.count)) }
    if case .time = recipe.split?.rule { return try Self.foldsInTime(rows, count) }
    let fold = foldNumbers(rows, count, recipe)
    let filled = Set(fold).count
    guard filled == count else { throw DataError(.fewGroups(groups: filled, folds: count)) }
    return (0..<count).map { number in
      RowParts(
        training: zip(rows, fold).filter { $0.1 != number }.map(\.0),
        test: zip(rows, fold).filter { $0.1 == number }.map(\.0))
    }
  }

  private static func foldsInTime(_ rows: [Int], _ count: Int) throws(DataError) -> [RowParts] {
    guard rows.count > count else { throw DataError(.emptyPart(rows: rows.count)) }
    let starts = (1...count + 1).map { rows.count * $0 / (count + 1) }
    return (0..<count).map { number in
      RowParts(training: Array(rows[..<starts[number]]), test: Array(rows[starts[number]..<starts[number + 1]]))
    }
  }

  private func foldNumbers(_ rows: [Int], _ count: Int, _ recipe: DataRecipe) -> [Int] {
    if case .group = recipe.split?.rule, let keys = splitKeys {
      var known: [Double: Int] = [:]
      return rows.map { row in
        let next = known.count % count
        return known[keys[row], default: next, insertingDefault: true]
      }
    }
    guard case .classes(let classes, let names) = labels else { return rows.indices.map { $0 % count } }
    // One class goes on where the one before ended.
    let sizes = names.indices.map { name in rows.count { classes[$0] == name } }
    var next = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    return rows.map { row in
      defer { next[classes[row]] += 1 }
      return next[classes[row]] % count
    }
  }
}

extension Dictionary {
  /// The value of a key, which gets the default where it has none.
  fileprivate subscript(key: Key, default value: Value, insertingDefault _: Bool) -> Value {
    mutating get {
      if let known = self[key] { return known }
      self[key] = value
      return value
    }
  }
}
