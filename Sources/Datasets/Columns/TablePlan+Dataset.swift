import LinearAlgebra

/// The cells of one input that were missing and are filled.
struct InputGap: Hashable {
  let input: Int
  /// The rows of the data set.
  let rows: [Int]
}

extension TablePlan {
  /// The number of inputs.
  var inputCount: Int { decisions.reduce(0) { $0 + $1.inputs.count } }

  /// The rows that are left, with their inputs and labels.
  ///
  /// - Parameter splitColumn: the column that decides to which part a row belongs.
  /// - Throws: `DataError` where inputs or outputs need more memory than is taken, or where there are no rows.
  func dataset(splitColumn: String? = nil) throws(DataError) -> Dataset {
    let place = DataError.Place(file: raw.file)
    guard !rows.isEmpty else { throw DataError(.noRows, at: place) }
    guard inputCount <= RawTable.numberLimit / rows.count else {
      throw DataError(.tooManyInputs(inputs: inputCount, rows: rows.count), at: place)
    }
    let labels = try labels()
    let inputs = inputs
    let fills = inputs.map { fill($0) }
    var dataset = Dataset(
      inputs: matrix(inputs, fills), inputNames: inputs.map(name), labels: labels.labels, imageSize: imageSize)
    dataset.labelName = raw.columns[labelColumn].name
    dataset.labelOffset = labels.offset
    dataset.inputOffsets = inputs.map { $0.piece == .number ? raw.columns[$0.column].base : 0 }
    dataset.gaps = inputs.indices.compactMap { gap($0, inputs[$0]) }
    dataset.splitKeys = try splitColumn.map { name throws(DataError) in try keys(of: name) }
    return dataset
  }

  /// The inputs in their order, each with its column.
  var inputs: [Input] {
    decisions.indices.flatMap { column in decisions[column].inputs.map { Input(column, $0) } }
  }

  struct Input {
    let column: Int
    let piece: InputPiece

    init(_ column: Int, _ piece: InputPiece) {
      self.column = column
      self.piece = piece
    }
  }

  func name(_ input: Input) -> String {
    let column = raw.columns[input.column]
    return switch input.piece {
    case .number, .flag: column.name
    case .wasMissing: column.name + "=missing"
    case .category(let number): "\(column.name)=\(column.text(number))"
    case .value(let value): "\(column.name)=\((Double(value) + column.base).short)"
    case .other: column.name + "=other"
    case .month: column.name + "=month"
    case .weekday: column.name + "=weekday"
    case .hour: column.name + "=hour"
    }
  }
}

// MARK: Inputs

extension TablePlan {
  /// What stands in a missing cell: the median of the numbers, or the most frequent text.
  ///
  /// - Parameter isAsked: whether it is wanted though no cell of this table is missing.
  func fill(_ input: Input, isAsked: Bool = false) -> Float {
    let (column, profile) = (raw.columns[input.column], profiles[input.column])
    guard profile.missing > 0 || isAsked else { return 0 }
    let hasMark = decisions[input.column].inputs.contains(.wasMissing)
    switch input.piece {
    case .number: return Self.median(rows.compactMap { column.values[$0].isNaN ? nil : column.values[$0] })
    case .category(let number):
      let most = profile.counts.indices.max { (profile.counts[$0], $1) < (profile.counts[$1], $0) }
      return !hasMark && number == most ? 1 : 0
    case .flag(let yes): return profile.counts[yes] * 2 > profile.counts.reduce(0, +) ? 1 : 0
    case .wasMissing: return 1
    case .value, .other, .month, .weekday, .hour: return 0
    }
  }

  static func median(_ values: [Float]) -> Float {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
  }

  /// `[rows.count, inputs.count]`, in blocks of rows, so that the part being written stays in the cache.
  func matrix(_ inputs: [Input], _ fills: [Float]) -> Matrix {
    let width = inputs.count
    let kept = inputs.map { input -> Set<Int32> in
      guard input.piece == .other else { return [] }
      return Set(
        decisions[input.column].inputs.compactMap { if case .category(let number) = $0 { Int32(number) } else { nil } })
    }
    let elements = [Float](unsafeUninitializedCapacity: rows.count * width) { buffer, count in
      for start in stride(from: 0, to: rows.count, by: 64) {
        let block = start..<min(rows.count, start + 64)
        for (index, input) in inputs.enumerated() {
          write(input, fills[index], kept[index], block) { buffer[$0 * width + index] = $1 }
        }
      }
      count = rows.count * width
    }
    return Matrix(rows: rows.count, columns: width, elements: elements)
  }

  @inline(__always)
  private func write(
    _ input: Input, _ fill: Float, _ kept: Set<Int32>, _ block: Range<Int>, _ put: (Int, Float) -> Void
  ) {
    func codes(_ value: (Int32) -> Bool) {
      raw.columns[input.column].codes.withUnsafeBufferPointer { codes in
        for place in block {
          let code = codes[rows[place]]
          put(place, code < 0 ? fill : value(code) ? 1 : 0)
        }
      }
    }
    func numbers(_ value: (Float) -> Float) {
      raw.columns[input.column].values.withUnsafeBufferPointer { values in
        for place in block {
          let number = values[rows[place]]
          put(place, number.isNaN ? fill : value(number))
        }
      }
    }
    let base = raw.columns[input.column].base
    switch input.piece {
    case .number: numbers { $0 }
    case .wasMissing: for place in block { put(place, raw.columns[input.column].isMissing(rows[place]) ? 1 : 0) }
    case .category(let number): codes { $0 == number }
    case .flag(let yes): codes { $0 == yes }
    case .other: codes { !kept.contains($0) }
    case .value(let wanted): numbers { $0 == wanted ? 1 : 0 }
    case .month: numbers { Float(DateText.month(ofDay: Int((Double($0) + base).rounded(.down)))) }
    case .weekday: numbers { Float((Int((Double($0) + base).rounded(.down)) % 7 + 10) % 7) }
    case .hour: numbers { Float(((Double($0) + base) - (Double($0) + base).rounded(.down)) * 24) }
    }
  }

  private func gap(_ index: Int, _ input: Input) -> InputGap? {
    guard input.piece == .number, profiles[input.column].missing > 0 else { return nil }
    let column = raw.columns[input.column]
    return InputGap(input: index, rows: rows.indices.filter { column.values[rows[$0]].isNaN })
  }
}

// MARK: Labels

extension TablePlan {
  func labels() throws(DataError) -> (labels: Dataset.Labels, offset: Double) {
    let column = raw.columns[labelColumn]
    let place = DataError.Place(file: raw.file)
    if column.form == .text { return (try textClasses(column, place), 0) }
    let values = rows.map { column.values[$0] }
    if task == .regression { return (.values(values), column.base) }
    let distinct = Set(values).sorted()
    guard distinct.count <= Self.classLimit else {
      throw DataError(.tooManyCategories(column: column.name, limit: Self.classLimit), at: place)
    }
    let ranks = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    let names = distinct.map { column.base == 0 ? $0.short : (Double($0) + column.base).short }
    return (try classes(values.map { ranks[$0]! }, names, place), 0)
  }

  private func textClasses(_ column: RawColumn, _ place: DataError.Place) throws(DataError) -> Dataset.Labels {
    let texts = (0..<column.pool.count).map { column.text($0) }
    var present = Array(repeating: false, count: texts.count)
    for row in rows { present[Int(column.codes[row])] = true }
    let names = Set(texts.indices.filter { present[$0] }.map { texts[$0] }).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    let rankOfText = texts.map { ranks[$0] ?? 0 }
    return try classes(rows.map { rankOfText[Int(column.codes[$0])] }, names, place)
  }

  private func classes(_ numbers: [Int], _ names: [String], _ place: DataError.Place) throws(DataError)
    -> Dataset.Labels
  {
    guard names.count > 1 else { throw DataError(.oneClass(names.first ?? ""), at: place) }
    guard names.count <= RawTable.numberLimit / rows.count else {
      throw DataError(.tooManyOutputs(classes: names.count, rows: rows.count), at: place)
    }
    return .classes(numbers, names: names)
  }

  /// A number for each row: the value of a column, or the number of its text.
  private func keys(of name: String) throws(DataError) -> [Double] {
    guard let column = raw.columns.first(where: { $0.name == name }), column.form != .skipped else {
      throw DataError(
        .noSuchInput(name, available: raw.columns.map(\.name)), at: DataError.Place(file: raw.file, line: 1))
    }
    guard !column.pool.isFull else {
      throw DataError(.tooManyCategories(column: name, limit: TextPool.textLimit), at: DataError.Place(file: raw.file))
    }
    return rows.map { row in
      if column.isMissing(row) { return -.greatestFiniteMagnitude }
      return column.form == .text ? Double(column.codes[row]) : Double(column.values[row]) + column.base
    }
  }
}

extension Float {
  /// `3` for 3, not `3.0`.
  var short: String { Int(exactly: self).map(String.init) ?? String(self) }
}

extension Double {
  /// `3` for 3, not `3.0`.
  var short: String { Int(exactly: self).map(String.init) ?? String(self) }
}
