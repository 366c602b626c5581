/// A matrix of single-precision numbers, row by row in one contiguous buffer.
public struct Matrix: Hashable, Sendable {
  public let rows: Int
  public let columns: Int
  public var elements: [Float]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// Traps unless there are rows × columns elements.
  public init(rows: Int, columns: Int, elements: [Float]) {
    precondition(
      elements.count == rows * columns,
      "a \(rows)x\(columns) matrix needs \(rows * columns) elements, got \(elements.count)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// One row, as a slice of `elements`.
  public func row(_ index: Int) -> ArraySlice<Float> { elements[index * columns..<(index + 1) * columns] }

  /// Copies the numbered rows, in that order, to a place with room for them. Traps where there is no such row.
  public func copyRows(_ numbers: ArraySlice<Int>, to place: UnsafeMutablePointer<Float>) {
    elements.withUnsafeBufferPointer { elements in
      var target = place
      for row in numbers {
        precondition(row >= 0 && row < rows, "row \(row) of \(rows)")
        for i in 0..<columns { target[i] = elements[row * columns + i] }
        target += columns
      }
    }
  }
}
