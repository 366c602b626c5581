import CKernels

/// The fast arithmetic on arrays, by pointers, for the loops that training spends its time in.
///
/// Matrices stand row by row without gaps. Every sum runs from its first term to its last, so the results are those of
/// the plain loops, bit by bit, whatever the processor's vector width.
public enum Kernels {
  /// Numbers that are read only; the caller keeps them alive and long enough.
  public typealias Input = UnsafePointer<Float>
  /// Numbers that are written, and read where a sum goes on from them.
  public typealias Output = UnsafeMutablePointer<Float>

  /// The name of the vector width in use: "narrow", "AVX2" or "AVX-512".
  ///
  /// `DESCENT_KERNELS=narrow` in the environment takes the narrowest instead of the widest that the processor has.
  public static var name: String { String(cString: kernels_in_use().pointee.name) }

  /// z = wᵀ x + b with the samples side by side: `x` is `[inputs, samples]`, `w` is `[inputs, units]`, `b` is `[units]`,
  /// `z` is `[units, samples]`. The same numbers as `LayerKernel.forward`'s, in the other order.
  ///
  /// `stride` is the distance between the rows of `x`, and of `z`, in elements. `only` these units are worked out.
  public static func affineByUnit(
    _ x: Input, stride: Int, samples: Int, inputs: Int, w: Input, b: Input, units: Int, only: Range<Int>,
    into z: Output, stride zStride: Int
  ) {
    var product = kernel_product(
      rows: only.count, terms: inputs, columns: samples, a: w + only.lowerBound, a_row: 1, a_term: units, b: x,
      b_term: stride, column_start: nil, row_start: b + only.lowerBound, scale: 1, c: z + only.lowerBound * zStride,
      c_row: zStride)
    kernels_in_use().pointee.multiply(&product)
  }

  /// Σx in double precision: eight sums, each of every eighth element, then those eight in order.
  public static func sum(_ x: Input, count: Int) -> Double { kernels_in_use().pointee.sum(x, count) }

  /// Copies the numbered rows of a matrix, one after another.
  public static func takeRows(
    _ rows: UnsafeBufferPointer<Int>, of matrix: Input, columns: Int, into taken: Output
  ) {
    guard let first = rows.baseAddress else { return }
    kernels_in_use().pointee.take_rows(matrix, columns, first, rows.count, taken)
  }

  /// x ← x − factor · y. Where an element of y is not below the limit in magnitude, nothing changes.
  ///
  /// - Returns: whether it was done.
  public static func subtract(
    _ y: Input, times factor: Float, from x: Output, count: Int, limit: Float = .infinity
  ) -> Bool {
    kernels_in_use().pointee.subtract_times(x, y, factor, limit, count) != 0
  }

  /// The largest magnitude of an element; NaN where one is not a number; 0 where there is none.
  public static func largestMagnitude(_ x: Input, count: Int) -> Float {
    kernels_in_use().pointee.largest_magnitude(x, count)
  }
}
