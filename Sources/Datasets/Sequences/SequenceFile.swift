import LinearAlgebra

/// A CSV file of sequences: a line is a step, with a column for the sequence's number or name, one for time, and the label last
/// unless another is named. All else are inputs, numbers.
///
/// The lines of a sequence stand together, and their times count up by 1 from any number. A step whose label is empty has
/// no target. Labels are classes where one of them is no number.
public struct SequenceFile: Sendable {
  /// The file's path.
  public let path: String
  /// The column with each sequence's number or name.
  public let sequence: String
  /// The column with the steps' times.
  public let time: String
  /// The column with the targets; nil for the last.
  public let label: String?

  /// A file still to be read, with the names of its columns.
  public init(path: String, sequence: String = "sequence", time: String = "time", label: String? = nil) {
    (self.path, self.sequence, self.time, self.label) = (path, sequence, time, label)
  }

  /// The numbers that are held in memory.
  private static let numberLimit = 50_000_000

  /// Reads the file.
  ///
  /// - Throws: `DataError` with line and cell of the first mistake.
  public func read() throws(DataError) -> SequenceSet {
    var lines = try LineReader(path: path)
    guard let header = try lines.next() else { throw DataError(.empty, at: DataError.Place(file: path)) }
    let columns = try Columns(header, of: self)
    var table = Table(columns: columns)
    var held = 0
    while let line = try lines.next() {
      held += line.count
      guard held <= Self.numberLimit else { throw line.error(.tooLarge(limit: "50 million cells")) }
      try table.append(line)
    }
    guard !table.lengths.isEmpty else { throw header.error(.noRows) }
    return try table.sequences(file: path)
  }

  /// Which cell is what.
  struct Columns {
    let names: [String]
    let sequence, time, label: Int
    let inputs: [Int]

    init(_ header: TableLine, of file: SequenceFile) throws(DataError) {
      var names: [String] = []
      for cell in 0..<header.count { names.append(header.text(cell)) }
      func cell(_ name: String) throws(DataError) -> Int {
        guard let cell = names.firstIndex(of: name) else {
          throw header.error(.noSuchColumn(name, available: names))
        }
        return cell
      }
      self.names = names
      (sequence, time) = (try cell(file.sequence), try cell(file.time))
      label = try file.label.map(cell) ?? names.count - 1
      let others = [sequence, time, label]
      inputs = names.indices.filter { !others.contains($0) }
      guard !inputs.isEmpty, Set(others).count == 3 else { throw header.error(.noInputs(leftOut: [])) }
    }
  }
}

extension SequenceFile {
  /// The steps while they are read.
  struct Table {
    let columns: Columns
    var inputs: [Float] = []
    var labels: [String] = []
    var numbers: [Float?] = []
    var lengths: [Int] = []
    private var names: Set<String> = []
    private var present: String?
    private var nextTime = 0

    init(columns: Columns) { self.columns = columns }

    mutating func append(_ line: TableLine) throws(DataError) {
      guard line.count == columns.names.count else {
        throw line.error(
          .ragged(expected: columns.names.count, found: line.count), cell: min(columns.names.count, line.count))
      }
      try takeTime(line)
      for cell in columns.inputs { inputs.append(try Self.number(line, cell, columns.names[cell])) }
      labels.append(line.text(columns.label))
      numbers.append(line.number(columns.label))
      if let number = line.number(columns.label), !number.isFinite {
        throw line.error(.notFinite(labels[labels.count - 1]), cell: columns.label)
      }
      lengths[lengths.count - 1] += 1
    }

    private mutating func takeTime(_ line: TableLine) throws(DataError) {
      let name = line.text(columns.sequence), text = line.text(columns.time)
      guard !name.isEmpty else {
        throw line.error(.missing(column: columns.names[columns.sequence]), cell: columns.sequence)
      }
      guard let number = line.number(columns.time), let time = Int(exactly: number), abs(time) < 1 << 24 else {
        throw line.error(.notANumber(text), cell: columns.time)
      }
      if name != present {
        guard names.insert(name).inserted else { throw line.error(.sequenceTwice(name), cell: columns.sequence) }
        (present, nextTime) = (name, time)
        lengths.append(0)
      }
      guard time == nextTime else { throw line.error(.timeGap(expected: nextTime, found: text), cell: columns.time) }
      nextTime += 1
    }

    private static func number(_ line: TableLine, _ cell: Int, _ name: String) throws(DataError) -> Float {
      let text = line.text(cell)
      if text.isEmpty { throw line.error(.missing(column: name), cell: cell) }
      guard let number = line.number(cell) else { throw line.error(.notANumber(text), cell: cell) }
      guard number.isFinite else { throw line.error(.notFinite(text), cell: cell) }
      return number
    }
  }
}

extension SequenceFile.Table {
  /// All steps as sequences.
  func sequences(file: String) throws(DataError) -> SequenceSet {
    let count = labels.count
    let asked = labels.map { !$0.isEmpty }
    let isNumber = zip(asked, numbers).allSatisfy { !$0.0 || $0.1 != nil }
    guard asked.contains(true) else {
      throw DataError(.missing(column: columns.names[columns.label]), at: DataError.Place(file: file))
    }
    let names = isNumber ? [columns.names[columns.label]] : Set(labels).subtracting([""]).sorted()
    guard isNumber || names.count > 1 else { throw DataError(.oneClass(names[0]), at: DataError.Place(file: file)) }
    guard names.count <= 1000 else {
      throw DataError(
        .tooManyCategories(column: columns.names[columns.label], limit: 1000), at: DataError.Place(file: file))
    }
    var targets = Matrix(rows: count, columns: names.count)
    let places = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    for row in 0..<count where asked[row] {
      if isNumber { targets[row, 0] = numbers[row]! } else { targets[row, places[labels[row]]!] = 1 }
    }
    return SequenceSet(
      inputs: Matrix(rows: count, columns: columns.inputs.count, elements: inputs), targets: targets, isAsked: asked,
      lengths: lengths, inputNames: columns.inputs.map { columns.names[$0] }, outputNames: names,
      meaning: isNumber ? .values : .classes)
  }
}
