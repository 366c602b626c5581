/// The eigenvalues and eigenvectors of a real symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan, 8.5).
///
/// Rotations run in a fixed order and use only +, −, ×, ÷ and √, so the result has the same bits on every machine.
/// Cost O(n³) a sweep, some six to ten sweeps; for n of a hundred or so.
struct SymmetricEigenproblem {
  private let n: Int
  private var matrix: [Double]
  /// Row k is the k-th eigenvector.
  private var rotations: [Double]

  /// Traps unless there are n × n elements.
  init(order n: Int, elements: [Double]) {
    precondition(elements.count == n * n, "a matrix of order \(n) has \(n * n) elements, got \(elements.count)")
    self.n = n
    matrix = elements
    rotations = Array(repeating: 0, count: n * n)
    for i in 0..<n { rotations[i * n + i] = 1 }
  }

  /// The eigenpairs, largest eigenvalue first, vectors of length 1.
  mutating func solve() -> [(value: Double, vector: [Double])] {
    var sweeps = 0
    while offDiagonal() > 1e-30 * diagonal(), sweeps < 60 {
      for p in 0..<n { for q in p + 1..<max(p + 1, n) { rotate(p, q) } }
      sweeps += 1
    }
    let order = (0..<n).sorted { (matrix[$0 * n + $0], $1) > (matrix[$1 * n + $1], $0) }
    return order.map { (matrix[$0 * n + $0], Array(rotations[$0 * n..<($0 + 1) * n])) }
  }

  private func offDiagonal() -> Double {
    var sum = 0.0
    for p in 0..<n { for q in 0..<p { sum += matrix[p * n + q] * matrix[p * n + q] } }
    return sum
  }

  private func diagonal() -> Double {
    (0..<n).reduce(0) { $0 + matrix[$1 * n + $1] * matrix[$1 * n + $1] }
  }

  /// Makes element (p, q) zero: A ← JᵀAJ with t = tan θ the smaller root of t² + 2τt − 1 = 0.
  private mutating func rotate(_ p: Int, _ q: Int) {
    let element = matrix[p * n + q]
    guard element != 0 else { return }
    let tau = (matrix[q * n + q] - matrix[p * n + p]) / (2 * element)
    let t = (tau < 0 ? -1 : 1) / (abs(tau) + (1 + tau * tau).squareRoot())
    let c = 1 / (1 + t * t).squareRoot()
    let s = t * c
    for k in 0..<n {
      let (kp, kq) = (matrix[k * n + p], matrix[k * n + q])
      matrix[k * n + p] = c * kp - s * kq
      matrix[k * n + q] = s * kp + c * kq
    }
    Self.turnRows(&matrix, p * n, q * n, n, c, s)
    Self.turnRows(&rotations, p * n, q * n, n, c, s)
  }

  private static func turnRows(_ rows: inout [Double], _ p: Int, _ q: Int, _ n: Int, _ c: Double, _ s: Double) {
    for k in 0..<n {
      let (pk, qk) = (rows[p + k], rows[q + k])
      rows[p + k] = c * pk - s * qk
      rows[q + k] = s * pk + c * qk
    }
  }
}
