import Foundation
import LinearAlgebra

/// Rows from a file of their own that are the test part: they stand behind all others of a data set.
public struct TestFile: Hashable, Sendable {
  /// The file's path.
  public let path: String
  /// The rows of the data set that came from it.
  public let rows: Range<Int>
}

extension Dataset {
  /// The rows of the file that is learned from: those of a test file and those added by hand stand behind them.
  public var ownRows: Range<Int> { 0..<(testFile?.rows.lowerBound ?? inputs.rows - addedCount) }

  /// Takes in rows of another file as the test part. Traps unless inputs and labels are of this data set's kind.
  mutating func take(test other: Dataset, path: String, notes: [TableNote]) {
    let start = inputs.rows
    inputs = Matrix(
      rows: start + other.inputs.rows, columns: inputs.columns, elements: inputs.elements + other.inputs.elements)
    switch (labels, other.labels) {
    case (.classes(let own, let names), .classes(let more, _)): labels = .classes(own + more, names: names)
    case (.values(let own), .values(let more)): labels = .values(own + more)
    case (.classes, .values), (.values, .classes): preconditionFailure("the labels of \(path) are of another kind")
    }
    for gap in other.gaps {
      let rows = gap.rows.map { $0 + start }
      if let known = gaps.firstIndex(where: { $0.input == gap.input }) {
        gaps[known] = InputGap(input: gap.input, rows: gaps[known].rows + rows)
      } else {
        gaps.append(InputGap(input: gap.input, rows: rows))
      }
    }
    testFile = TestFile(path: path, rows: start..<inputs.rows)
    table?.notes +=
      [.testRows(other.inputs.rows, file: path)] + notes.map { .test($0, file: path) }
  }
}

extension DataRecipe {
  /// Adds the rows of the test file where there is one.
  ///
  /// - Throws: `DataError` where they are not of the kind that is learned from.
  func withTestFile(_ dataset: Dataset, plan: TablePlan?) throws(DataError) -> Dataset {
    guard let testFile, case .file(let path) = source else { return dataset }
    guard !Self.isSameFile(path, testFile) else { throw DataError(.testIsSource, at: DataError.Place(file: testFile)) }
    let contents = try FileContents(path: testFile)
    let place = DataError.Place(file: testFile)
    let test: Dataset
    var notes: [TableNote] = []
    switch (contents.format, plan) {
    case (.text, let plan?): (test, notes) = try TableFile(path: testFile).testRows(contents, for: plan)
    case (.idx, nil): test = try dataset.matched(try IDXFile(contents, path: testFile).dataset(labels: nil), place)
    case (.npy, nil), (.zip, nil):
      let file = try NumPyFile(contents, path: testFile)
      let task: Task = dataset.classNames == nil ? .regression : .classification
      test = try dataset.matched(try file.dataset(labels: nil, task: task), place)
    case (.text, nil), (.foreign, _), (.idx, _?), (.npy, _?), (.zip, _?):
      throw DataError(.testForm(isTable: plan != nil), at: place)
    }
    var result = dataset
    result.take(test: test, path: testFile, notes: notes)
    return result
  }

  private static func isSameFile(_ first: String, _ second: String) -> Bool {
    let paths = [first, second].map { URL(fileURLWithPath: $0).standardizedFileURL.resolvingSymlinksInPath().path }
    return paths[0] == paths[1]
  }
}

/// The classes that are learned from, by which the rows of a test file are numbered.
struct KnownClasses {
  private let numbers: [String: Int]
  private let place: DataError.Place

  /// - Parameter place: where an unknown one is found.
  init(_ names: [String], _ place: DataError.Place) {
    numbers = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    self.place = place
  }

  /// The number of a class.
  ///
  /// - Throws: `DataError` where it was never learned from.
  func number(of name: String) throws(DataError) -> Int {
    guard let number = numbers[name] else { throw DataError(.unknownClass(name), at: place) }
    return number
  }
}

extension Dataset {
  /// Rows of an array with labels as this data set numbers them.
  ///
  /// - Throws: `DataError` where inputs or labels are of another kind.
  fileprivate func matched(_ other: Dataset, _ place: DataError.Place) throws(DataError) -> Dataset {
    guard other.inputs.columns == inputs.columns, other.imageSize == imageSize else {
      throw DataError(.testInputs(expected: shape, found: other.shape), at: place)
    }
    guard case .classes(let numbers, let names) = other.labels, case .classes(_, let known) = labels else {
      return other
    }
    let classes = KnownClasses(known, place)
    var result = other
    result.labels = .classes(
      try numbers.map { number throws(DataError) in try classes.number(of: names[number]) }, names: known)
    return result
  }

  /// `28x28` or `12 numbers`
  private var shape: String { imageSize.map { "\($0.rows)x\($0.columns)" } ?? "\(inputs.columns) numbers" }
}
