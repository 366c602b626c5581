import LinearAlgebra

/// The largest eigenpairs of a positive semidefinite matrix, by subspace iteration with a Rayleigh–Ritz step (Golub and Van
/// Loan, 8.2).
///
/// A block of vectors, four more than are wanted, is multiplied by the matrix, made orthonormal and turned to the
/// eigenvectors of the matrix within the block, until the wanted eigenvalues stand still. Cost O(n²) a turn, where all
/// pairs would take O(n³). The first block comes from a fixed stream, so the result has the same bits everywhere.
struct LeadingEigenpairs {
  private let n: Int
  private let matrix: [Double]
  /// Orthonormal rows, `[width][n]`.
  private var block: [[Double]]
  private(set) var values: [Double]

  /// Traps unless there are n × n elements.
  init(_ wanted: Int, order n: Int, elements: [Double]) {
    precondition(elements.count == n * n, "a matrix of order \(n) has \(n * n) elements, got \(elements.count)")
    self.n = n
    matrix = elements
    var stream = RandomStream(seed: 1, purpose: .directions)
    block = (0..<min(n, wanted + 4)).map { _ in (0..<n).map { _ in Double(stream.uniform(-1, 1)) } }
    values = Array(repeating: 0, count: block.count)
    orthonormalize()
    iterate(wanted)
  }

  /// The eigenvector of a value, of length 1.
  func vector(_ number: Int) -> [Double] { block[number] }

  private mutating func iterate(_ wanted: Int) {
    for _ in 0..<300 {
      let before = values
      block = block.map { image(of: $0) }
      orthonormalize()
      turn()
      let moved = zip(before, values).prefix(wanted).contains { abs($0 - $1) > 1e-13 * abs(values[0]) }
      if !moved { return }
    }
  }

  /// Matrix times vector.
  private func image(of vector: [Double]) -> [Double] {
    matrix.withUnsafeBufferPointer { matrix in
      vector.withUnsafeBufferPointer { vector in
        (0..<n).map { row in
          var sum = 0.0
          for column in 0..<n { sum += matrix[row * n + column] * vector[column] }
          return sum
        }
      }
    }
  }

  /// Gram and Schmidt, twice; what depends on the vectors before becomes zero.
  private mutating func orthonormalize() {
    for number in block.indices {
      let length = block[number].length
      for _ in 0..<2 {
        for other in 0..<number { block[number].subtract(block[number].dot(block[other]), block[other]) }
      }
      let rest = block[number].length
      block[number].scale(by: rest > 1e-14 * length && rest > 0 ? 1 / rest : 0)
    }
  }

  /// Turns the block to the matrix's eigenvectors within it.
  private mutating func turn() {
    let images = block.map { image(of: $0) }
    let width = block.count
    var small = SymmetricEigenproblem(
      order: width, elements: (0..<width * width).map { block[$0 / width].dot(images[$0 % width]) })
    let pairs = small.solve()
    values = pairs.map(\.value)
    block = pairs.map { pair in
      var sum = Array(repeating: 0.0, count: n)
      for (share, vector) in zip(pair.vector, block) { sum.subtract(-share, vector) }
      return sum
    }
  }
}

extension [Double] {
  fileprivate func dot(_ other: [Double]) -> Double {
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }

  fileprivate var length: Double { dot(self).squareRoot() }

  fileprivate mutating func subtract(_ factor: Double, _ other: [Double]) {
    for i in indices { self[i] -= factor * other[i] }
  }

  fileprivate mutating func scale(by factor: Double) { for i in indices { self[i] *= factor } }
}
