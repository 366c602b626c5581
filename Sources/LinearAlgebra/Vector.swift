/// Arithmetic on vectors of single-precision numbers, element by element.
extension Array where Element == Float {
  /// x ← x − factor · y. Traps unless the vectors are equally long.
  public mutating func subtract(_ other: [Float], times factor: Float) {
    precondition(count == other.count, "vectors of \(count) and \(other.count) elements")
    withUnsafeMutableBufferPointer { x in
      other.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        Kernels.subtract(y, times: factor, from: x, count: other.count)
      }
    }
  }

  /// The largest magnitude of an element; NaN where one is not a number; 0 for an empty vector.
  public var largestMagnitude: Float {
    withUnsafeBufferPointer { x in x.baseAddress.map { Kernels.largestMagnitude($0, count: x.count) } ?? 0 }
  }

  /// Changes each element by means of another vector's. Traps unless they are equally long.
  @inlinable @inline(__always)
  public mutating func update(with other: [Float], _ change: (inout Float, Float) -> Void) {
    precondition(count == other.count, "vectors of \(count) and \(other.count) elements")
    withUnsafeMutableBufferPointer { x in
      other.withUnsafeBufferPointer { y in
        for i in x.indices { change(&x[i], y[i]) }
      }
    }
  }

  /// Changes each element by means of two other vectors'. Traps unless all are equally long.
  @inlinable @inline(__always)
  public mutating func update(with first: [Float], _ second: [Float], _ change: (inout Float, Float, Float) -> Void) {
    precondition(count == first.count && count == second.count, "vectors of different lengths")
    withUnsafeMutableBufferPointer { x in
      first.withUnsafeBufferPointer { y in
        second.withUnsafeBufferPointer { z in
          for i in x.indices { change(&x[i], y[i], z[i]) }
        }
      }
    }
  }
}
