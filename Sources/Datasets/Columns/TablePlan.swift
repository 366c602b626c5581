/// What becomes of every column and row of a table: roles, inputs, missing cells, the label.
struct TablePlan {
  private(set) var raw: RawTable
  let choices: TableChoices
  let profiles: [ColumnProfile]
  let labelColumn: Int
  let labelReason: String
  private(set) var decisions: [Decision] = []
  private(set) var task = DataRecipe.Task.classification
  private(set) var taskReason = ""
  /// The rows that are left, in their order.
  private(set) var rows: [Int] = []
  private(set) var droppedForLabel = 0
  private(set) var droppedForMissing = 0
  /// Rows and columns, where the inputs are the points of a picture.
  let imageSize: Dataset.ImageSize?

  /// What was decided about a column.
  struct Decision {
    var role: ColumnRole
    var reason: String
    var inputs: [InputPiece] = []
    /// Whether rows without a value here are left out.
    var dropsRows = false
  }

  init(_ raw: RawTable, choices: TableChoices) throws(DataError) {
    self.raw = raw
    self.choices = choices
    let profiles = raw.columns.map(ColumnProfile.init)
    self.profiles = profiles
    let names = raw.columns.map(\.name)
    try Self.check(choices, names, raw.file)
    let image = ImageColumns(raw.columns, profiles, hasNames: raw.layout.hasNames, label: choices.label)
    imageSize = image?.size
    let suits = raw.columns.indices.map { Self.suitsAsLabel(raw, profiles, $0) }
    let label = Self.label(raw, profiles, suits, choices.label, image)
    (labelColumn, labelReason) = (label.column, label.reason)
    try decide(image)
    dropRows()
  }

  /// The label that was asked for, that the file names, or that is guessed.
  private static func label(
    _ raw: RawTable, _ profiles: [ColumnProfile], _ suits: [Bool], _ wanted: String?, _ image: ImageColumns?
  ) -> (column: Int, reason: String) {
    func column(_ name: String?) -> Int? { raw.columns.firstIndex { $0.name == name } }
    if let found = column(wanted) { return (found, "asked for") }
    if let found = column(raw.layout.label) { return (found, "the file says so") }
    if let image { return (image.label, "the one column that is no point of the pictures") }
    let guess = LabelGuess(columns: raw.columns, profiles: profiles, hasNames: raw.layout.hasNames, suits: suits)
    return (guess.column, guess.reason)
  }

  private static func check(_ choices: TableChoices, _ names: [String], _ file: String) throws(DataError) {
    let place = DataError.Place(file: file, line: 1)
    if let label = choices.label, !names.contains(label) {
      throw DataError(.unknownLabel(label, available: names), at: place)
    }
    let columns = (choices.inputs ?? []) + choices.excluded + choices.roles.entries.map(\.name)
    if let unknown = (columns + choices.missing.byColumn.entries.map(\.name)).first(where: { !names.contains($0) }) {
      throw DataError(.noSuchInput(unknown, available: names), at: place)
    }
  }

  private static func suitsAsLabel(_ raw: RawTable, _ profiles: [ColumnProfile], _ index: Int) -> Bool {
    let (column, profile) = (raw.columns[index], profiles[index])
    guard profile.distinct > 1, profile.missing * 2 <= raw.count, !raw.layout.ignored.contains(column.name) else {
      return false
    }
    let times: Set<String> = ["day", "month", "year", "date", "time", "hour", "week"]
    if case .date = column.form { return false }
    if times.contains(column.name.lowercased()), raw.columns.count > 2 { return false }
    let roles = ColumnRoleGuess(column, profile, rows: raw.count, isFirst: index == 0, isUnnamed: raw.isUnnamed(index))
    return roles.role != .identifier && roles.role != .text
  }
}

extension RawTable {
  /// Whether a column has no name while others have.
  func isUnnamed(_ index: Int) -> Bool { index == 0 && layout.notes.contains(.rowNames) }
}

// MARK: Columns

extension TablePlan {
  private mutating func decide(_ image: ImageColumns?) throws(DataError) {
    decisions = raw.columns.indices.map { index in
      index == labelColumn ? Decision(role: .label, reason: labelReason) : decision(index, image)
    }
    if !decisions.contains(where: { $0.role.isInput }) { keepNumbers() }
    guard decisions.contains(where: { $0.role.isInput }) else {
      // A label of one value is the first thing to say.
      if raw.columns.count > 1 { try decideTask() }
      let leftOut = decisions.indices.filter { $0 != labelColumn }.map {
        "\(quoted(raw.columns[$0].name)) is left out (\(decisions[$0].reason))"
      }
      throw DataError(
        .noInputs(leftOut: leftOut), at: DataError.Place(file: raw.file, line: raw.layout.hasNames ? 1 : nil))
    }
    try decideTask()
    for index in decisions.indices where decisions[index].role.isInput { decideInputs(of: index) }
  }

  private func decision(_ index: Int, _ image: ImageColumns?) -> Decision {
    let column = raw.columns[index]
    if let inputs = choices.inputs, !inputs.contains(column.name) {
      return Decision(role: .out, reason: "not asked for")
    }
    if choices.excluded.contains(column.name) { return Decision(role: .out, reason: "left out as asked") }
    if let role = choices.roles[column.name] { return Decision(role: chosen(role, column), reason: "asked for") }
    if image != nil { return Decision(role: .pixel, reason: "a point of a picture") }
    if raw.layout.ignored.contains(column.name) { return Decision(role: .out, reason: "the file says so") }
    let guess = ColumnRoleGuess(
      column, profiles[index], rows: raw.count, isFirst: index == 0, isUnnamed: raw.isUnnamed(index))
    if choices.inputs != nil, !guess.role.isInput, guess.role != .empty {
      return Decision(role: column.form == .text ? .category : .number, reason: "asked for")
    }
    let policy = choices.missing[column.name]
    if guess.role.isInput, profiles[index].missing > 0 {
      if policy == .columnOut { return Decision(role: .out, reason: "has missing cells") }
      if policy == .automatic, profiles[index].missing * 2 > raw.count {
        return Decision(role: .out, reason: "more than half of the cells are missing")
      }
    }
    return Decision(role: guess.role, reason: guess.reason)
  }

  /// A role that was asked for, as far as the column allows it.
  private func chosen(_ role: ColumnRole, _ column: RawColumn) -> ColumnRole {
    guard role == .number, column.form == .text else { return role }
    return FlagTexts(column) == nil ? .category : .flag
  }

  /// Where nothing else is left to learn from, a column that counts or stands still is an input like any other.
  private mutating func keepNumbers() {
    let others = decisions.indices.filter { index in
      raw.columns[index].form == .number && [.identifier, .constant].contains(decisions[index].role)
    }
    let named = others.filter { !raw.isUnnamed($0) }
    for index in named.isEmpty ? others : named {
      decisions[index] = Decision(
        role: .number, reason: decisions[index].reason + ", but nothing else is left to learn from")
    }
  }

  private mutating func decideInputs(of index: Int) {
    let pieces = InputPlanner(
      column: raw.columns[index], profile: profiles[index], role: decisions[index].role, rows: raw.count,
      policy: choices.missing[raw.columns[index].name])
    decisions[index].inputs = pieces.pieces
    decisions[index].dropsRows = pieces.dropsRows
    if let remark = pieces.remark { decisions[index].reason += "; \(remark)" }
  }
}

// MARK: Label and rows

extension TablePlan {
  private mutating func decideTask() throws(DataError) {
    let (column, profile) = (raw.columns[labelColumn], profiles[labelColumn])
    let place = DataError.Place(file: raw.file)
    guard profile.missing < raw.count else { throw DataError(.emptyLabel(column.name), at: place) }
    let guess = TaskGuess(column, profile, rows: raw.count)
    task = choices.task ?? guess.task
    taskReason = choices.task == nil ? guess.reason : "asked for"
    // Who asks for a number may want one that is always the same.
    guard profile.distinct > 1 || choices.task == .regression else {
      throw DataError(.oneClass(text(ofLabel: column, profile)), at: place)
    }
    guard task == .classification else { return }
    guard profile.distinct <= Self.classLimit else {
      throw DataError(.tooManyCategories(column: column.name, limit: Self.classLimit), at: place)
    }
    if column.form == .text, profile.distinct == raw.count - profile.missing, raw.count > 20 {
      throw DataError(.labelsAllDifferent(column.name), at: place)
    }
  }

  /// The classes that there may be.
  static let classLimit = 1000

  private func text(ofLabel column: RawColumn, _ profile: ColumnProfile) -> String {
    column.form == .text ? column.text(0) : (Double(profile.low) + column.base).short
  }

  /// Puts the rows of another table with the same columns in the place of its own.
  mutating func take(rowsOf other: RawTable) {
    raw = other
    (rows, droppedForLabel, droppedForMissing) = ([], 0, 0)
    dropRows()
  }

  private mutating func dropRows() {
    let droppers = decisions.indices.filter { decisions[$0].dropsRows }
    let label = raw.columns[labelColumn]
    rows.reserveCapacity(raw.count)
    for row in 0..<raw.count {
      if label.isMissing(row) {
        droppedForLabel += 1
      } else if droppers.contains(where: { raw.columns[$0].isMissing(row) }) {
        droppedForMissing += 1
      } else {
        rows.append(row)
      }
    }
  }
}

extension RawColumn {
  @inline(__always)
  func isMissing(_ row: Int) -> Bool {
    switch form {
    case .number, .date: values[row].isNaN
    case .text: codes[row] < 0
    case .skipped: true
    }
  }

  /// A text of the pool, without control characters.
  func text(_ number: Int) -> String {
    String(decoding: pool[number], as: UTF8.self).replacing("\"\"", with: "\"").printable.trimmed
  }
}
