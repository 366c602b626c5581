import LinearAlgebra

extension TableFile {
  /// The rows of this file as a plan that was made for another one has them: the same columns by name, in any order.
  ///
  /// - Throws: `DataError` where a column or a class is not as in the other file.
  func testRows(
    _ contents: FileContents, for plan: TablePlan
  ) throws(DataError) -> (dataset: Dataset, notes: [TableNote]) {
    let text = try text(of: contents)
    let raw = try text.bytes.withUnsafeBufferPointer { buffer throws(DataError) -> RawTable in
      try RawTable(buffer, layout: try layout(buffer, expecting: plan.raw), file: contents.place.file, for: plan)
    }
    let (dataset, notes) = try plan.testDataset(raw)
    let extra = raw.layout.names.filter { name in !plan.raw.columns.contains { $0.name == name } }
    return (dataset, text.notes + raw.notes + notes + (extra.isEmpty ? [] : [.unusedColumns(extra)]))
  }
}

extension TablePlan {
  /// The columns that a test file must have: the label and all that inputs are made of.
  var neededColumns: [Int] {
    raw.columns.indices.filter { $0 == labelColumn || !decisions[$0].inputs.isEmpty }
  }

  /// The rows of a test file, whose columns are those of this plan, filled by what is known from its own.
  ///
  /// - Throws: `DataError` where a class was never learned from, or where no row is left.
  func testDataset(_ other: RawTable) throws(DataError) -> (dataset: Dataset, notes: [TableNote]) {
    let place = DataError.Place(file: other.file)
    let inputs = inputs
    let fills = inputs.map { fill($0, isAsked: true) }
    let known = try labels()
    var plan = self
    plan.take(rowsOf: other)
    guard !plan.rows.isEmpty else { throw DataError(.noRows, at: place) }
    guard inputs.count <= RawTable.numberLimit / plan.rows.count else {
      throw DataError(.tooManyInputs(inputs: inputs.count, rows: plan.rows.count), at: place)
    }
    var dataset = Dataset(
      inputs: plan.matrix(inputs, fills), inputNames: inputs.map(name),
      labels: try plan.testLabels(known.labels, place), domain: inputs.map { _ in 0...1 }, imageSize: imageSize)
    dataset.gaps = inputs.indices.compactMap { index in
      let column = other.columns[inputs[index].column]
      guard inputs[index].piece == .number, column.values.contains(where: \.isNaN) else { return nil }
      return InputGap(input: index, rows: plan.rows.indices.filter { column.values[plan.rows[$0]].isNaN })
    }
    return (dataset, plan.testNotes(comparedWith: raw))
  }

  /// The labels of a test file, with the numbers of the classes that are known.
  private func testLabels(_ known: Dataset.Labels, _ place: DataError.Place) throws(DataError) -> Dataset.Labels {
    let column = raw.columns[labelColumn]
    guard case .classes(_, let names) = known else { return .values(rows.map { column.values[$0] }) }
    let classes = KnownClasses(names, place)
    let numbers = try rows.map { row throws(DataError) in
      try classes.number(
        of: column.form == .text
          ? column.text(Int(column.codes[row])) : (Double(column.values[row]) + column.base).short)
    }
    return .classes(numbers, names: names)
  }

  /// What should be known of a test file: rows without a label, texts that were never learned from.
  private func testNotes(comparedWith learned: RawTable) -> [TableNote] {
    var notes: [TableNote] = raw.count > rows.count ? [.rowsLeftOut(raw.count - rows.count)] : []
    for index in raw.columns.indices where index != labelColumn && decisions[index].role == .category {
      let (column, texts) = (raw.columns[index], learned.columns[index].pool.count)
      let isPooled = decisions[index].inputs.contains(.other)
      let unseen = column.form == .text && !isPooled ? rows.filter { Int(column.codes[$0]) >= texts } : []
      guard let first = unseen.first else { continue }
      notes.append(.unseenTexts(column: column.name, count: unseen.count, example: column.cell(first)))
    }
    return notes
  }
}

extension RawTable {
  /// Reads the rows of a test file into the columns of a plan, in the plan's order and with its texts' numbers.
  ///
  /// - Throws: `DataError` where a column is not there, or holds other things than the plan's.
  init(
    _ text: UnsafeBufferPointer<UInt8>, layout: TableLayout, file: String, for plan: TablePlan
  ) throws(DataError) {
    let needed = plan.neededColumns.map { plan.raw.columns[$0].name }
    let lacking = needed.filter { !layout.names.contains($0) }
    guard lacking.isEmpty else {
      throw DataError(.testLacks(lacking, available: layout.names), at: DataError.Place(file: file, line: 1))
    }
    let models = Dictionary(uniqueKeysWithValues: plan.raw.columns.map { ($0.name, $0) })
    let blank = layout.names.enumerated().map { index, name -> RawColumn in
      guard let model = models[name], needed.contains(name) else { return RawColumn(name: name, form: .skipped) }
      var column = RawColumn(name: name, form: model.form)
      (column.base, column.pool) = (model.base, model.pool)
      column.notation = layout.notations.element(at: index).flatMap { $0 == .plain ? nil : $0 } ?? model.notation
      return column
    }
    try self.init(text, layout: layout, file: file, columns: blank)
    let own = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0) })
    columns = plan.raw.columns.map { own[$0.name] ?? RawColumn(name: $0.name, form: .skipped) }
  }
}
