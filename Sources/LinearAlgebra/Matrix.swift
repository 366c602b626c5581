/// A matrix of single-precision numbers, row by row in one contiguous buffer.
public struct Matrix: Hashable, Sendable {
  /// The number of rows: of a batch, its samples.
  public let rows: Int
  /// The number of columns: the numbers in a row.
  public let columns: Int
  /// `[rows][columns]`, row by row.
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

  /// The element of a row and a column, both from 0; traps where its place is outside the buffer.
  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// One row, as a slice of `elements`.
  public func row(_ index: Int) -> ArraySlice<Float> { elements[index * columns..<(index + 1) * columns] }

  /// Columns as rows.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result.elements[column * rows + row] = elements[row * columns + column] }
    }
    return result
  }

  /// The first element, row by row from here; valid while the matrix is kept as it is.
  @inlinable public var start: UnsafePointer<Float> { elements.start }
}
