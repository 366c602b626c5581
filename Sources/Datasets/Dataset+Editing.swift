import LinearAlgebra

/// What is to be predicted for one row.
public enum Label: Hashable, Sendable {
  /// An index into the class names.
  case classNumber(Int)
  /// A number, as the data set holds it: not scaled.
  case value(Float)
}

extension Dataset {
  /// The label of a row.
  public func label(ofRow row: Int) -> Label {
    switch labels {
    case .classes(let classes, _): .classNumber(classes[row])
    case .values(let values): .value(values[row])
    }
  }

  /// Adds a row by hand. It belongs to the training part, behind the others, and moves no other row.
  ///
  /// Traps unless there is one number an input, and a label of the data set's kind.
  /// - Returns: the number of the new row.
  @discardableResult
  public mutating func add(_ point: [Float], label: Label) -> Int {
    precondition(point.count == inputs.columns, "the data have \(inputs.columns) inputs, got \(point.count)")
    switch (labels, label) {
    case (.classes(let classes, let names), .classNumber(let number)):
      precondition(names.indices.contains(number), "there are \(names.count) classes, got number \(number)")
      labels = .classes(classes + [number], names: names)
    case (.values(let values), .value(let value)):
      labels = .values(values + [value])
    case (.classes, .value), (.values, .classNumber):
      preconditionFailure("\(label) does not suit the labels of the data set")
    }
    inputs = Matrix(rows: inputs.rows + 1, columns: inputs.columns, elements: inputs.elements + point)
    addedCount += 1
    return inputs.rows - 1
  }

  /// Removes a row by hand. The others keep their numbers, their order and their part.
  ///
  /// Traps unless the row is there.
  public mutating func remove(row: Int) {
    precondition((0..<inputs.rows).contains(row) && !removed.contains(row), "there is no row \(row)")
    precondition(testFile?.rows.contains(row) != true, "row \(row) is in the test file")
    removed.insert(row)
  }

  /// The row nearest to a point of the input plane (the first two inputs), or nil where there is none.
  ///
  /// O(count).
  public func row(nearestTo x1: Float, _ x2: Float) -> Int? {
    guard inputs.columns >= 2 else { return nil }
    func distance(_ row: Int) -> Float {
      let (dx, dy) = (inputs[row, 0] - x1, inputs[row, 1] - x2)
      return dx * dx + dy * dy
    }
    return (0..<inputs.rows).filter { !removed.contains($0) && testFile?.rows.contains($0) != true }.min {
      distance($0) < distance($1)
    }
  }
}
