/// A file of rows and columns: CSV and its kin with any separator, ARFF, Orange's `.tab`, JSON records, plain or
/// packed by gzip.
public struct TableFile: Sendable {
  /// The file's path; `-` for standard input.
  public let path: String
  /// What was said about the columns.
  public let choices: TableChoices
  /// A column that decides to which part a row belongs.
  let splitColumn: String?

  /// - Parameter path: `-` for standard input.
  public init(path: String, choices: TableChoices = TableChoices(), splitColumn: String? = nil) {
    self.path = path
    self.choices = choices
    self.splitColumn = splitColumn
  }

  /// Reads the file and decides what becomes of its columns and rows.
  ///
  /// The data set's `table` tells what was decided and why.
  /// - Throws: `DataError` with line and cell where there is a place to name.
  public func read() throws(DataError) -> Dataset { try read(FileContents(path: path)) }

  func read(_ contents: FileContents) throws(DataError) -> Dataset { try understood(contents).dataset }

  /// What a file holds, as plain text in rows.
  struct Text {
    var bytes: [UInt8]
    var notes: [TableNote]
    /// What it was written in, where that is not rows.
    var form: String?
  }

  func text(of contents: FileContents) throws(DataError) -> Text {
    var result = Text(bytes: [], notes: contents.wasPacked ? [.packed] : [])
    do throws(DataError.Problem) {
      let decoded = try TextEncoding.decoded(contents.bytes)
      result.bytes = decoded.text
      if decoded.encoding != .utf8 { result.notes.append(.encoding(decoded.encoding)) }
    } catch {
      throw DataError(error, at: contents.place)
    }
    if let json = try JSONRecords.table(result.bytes, file: contents.place.file) {
      result.bytes = json
      result.form = "JSON"
    }
    return result
  }

  /// The rows and the plan by which they were made.
  func understood(_ contents: FileContents) throws(DataError) -> (dataset: Dataset, plan: TablePlan) {
    let file = contents.place.file
    var text = try text(of: contents)
    let (raw, arff) = try text.bytes.withUnsafeBufferPointer {
      buffer throws(DataError) -> (RawTable, Bool) in
      let arff = try ARFFHeader.layout(buffer, file: file)
      let layout: TableLayout
      if let arff { layout = arff } else { layout = try TableLayout.detect(buffer, file: file) }
      return (try table(buffer, layout, file), arff != nil)
    }
    text.bytes = []
    let plan = try TablePlan(raw, choices: choices)
    var dataset = try plan.dataset(splitColumn: splitColumn)
    let written = arff ? "ARFF" : text.form ?? "table parted by \(raw.layout.dialect.separator.name)"
    dataset.table = plan.description(form: written, notes: text.notes, of: dataset)
    return (dataset, plan)
  }

  /// How the rows of a file are laid out whose columns should be those of another one.
  func layout(
    _ text: UnsafeBufferPointer<UInt8>, expecting known: RawTable
  ) throws(DataError) -> TableLayout {
    if let arff = try ARFFHeader.layout(text, file: path) { return arff }
    return try TableLayout.detect(text, file: path, expecting: known)
  }

  private func table(
    _ text: UnsafeBufferPointer<UInt8>, _ layout: TableLayout, _ file: String
  ) throws(DataError) -> RawTable {
    var chosen: Set<String>?
    if let inputs = choices.inputs {
      chosen = Set(inputs + [splitColumn].compactMap { $0 })
      if let unknown = inputs.first(where: { !layout.names.contains($0) }) {
        throw DataError(.noSuchInput(unknown, available: layout.names), at: DataError.Place(file: file, line: 1))
      }
      // A label that must be guessed may be any other column.
      chosen = choices.label.map { chosen!.union([$0]) } ?? chosen?.union(layout.names.suffix(1))
    }
    let texts = choices.roles.entries.filter { $0.choice == .category }.map(\.name)
    let numbers = choices.roles.entries.filter { $0.choice == .number }.map(\.name)
    let label = choices.task == .regression ? choices.label : nil
    return try RawTable(
      text, layout: layout, file: file, chosen: chosen, asTexts: Set(texts),
      asNumbers: Set(numbers + [label].compactMap { $0 }))
  }
}
