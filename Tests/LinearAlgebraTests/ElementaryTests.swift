import CKernels
import Foundation
import LinearAlgebra
import Testing

/// The elementary functions beside the system's in double precision, over floats of every size.
@Suite struct ElementaryTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mine: @Sendable (Float) -> Float
    let reference: @Sendable (Double) -> Double
    /// The largest error allowed, in units in the last place.
    let units: Double
  }

  static let functions = [
    Function(testDescription: "exp", mine: Elementary.exp, reference: Foundation.exp, units: 1),
    Function(testDescription: "expm1", mine: Elementary.expm1, reference: Foundation.expm1, units: 1.6),
    Function(testDescription: "log", mine: Elementary.log, reference: Foundation.log, units: 1),
    Function(testDescription: "log1p", mine: Elementary.log1p, reference: Foundation.log1p, units: 1),
    Function(testDescription: "tanh", mine: Elementary.tanh, reference: Foundation.tanh, units: 1.99),
    Function(testDescription: "erf", mine: Elementary.erf, reference: Foundation.erf, units: 2),
    Function(
      testDescription: "sigmoid", mine: Elementary.sigmoid, reference: { 1 / (1 + Foundation.exp(-$0)) }, units: 1.75),
    Function(testDescription: "sin", mine: Elementary.sin, reference: Foundation.sin, units: 0.6),
    Function(testDescription: "cos", mine: Elementary.cos, reference: Foundation.cos, units: 0.6),
  ]

  @Test(arguments: functions) func errsByFewUnits(function: Function) {
    var (worst, place) = (0.0, Float(0))
    for bits in stride(from: UInt32(0), to: UInt32.max - 40_009, by: 40_009) {
      let x = Float(bitPattern: bits)
      guard !x.isNaN else { continue }
      let error = Self.error(of: function.mine(x), beside: function.reference(Double(x)))
      if error > worst { (worst, place) = (error, x) }
    }
    #expect(worst <= function.units, "at \(place)")
  }

  @Test(arguments: functions) func passesOnWhatIsNotANumber(function: Function) {
    #expect(function.mine(.nan).isNaN)
  }

  /// How many floats a scan leaves out: none in a release build.
  private static var pace: UInt32 {
    #if DEBUG
      97
    #else
      1
    #endif
  }

  /// Every float from 2⁻¹³, below which it is the number itself, to 10, above which it is 1: within its error, no further than 1,
  /// never below the float before, and odd.
  @Test func tanhNeverFallsAndErrsByLessThanTwoUnits() {
    var (worst, place) = (0.0, Float(0))
    for bits in stride(from: Float(0x1p-13).bitPattern, to: Float(10).bitPattern, by: Int(Self.pace)) {
      let x = Float(bitPattern: bits)
      let value = Elementary.tanh(x)
      let error = Self.error(of: value, beside: Foundation.tanh(Double(x)))
      if error > worst { (worst, place) = (error, x) }
      if value > 1 || value < Elementary.tanh(x.nextDown) || Elementary.tanh(-x) != -value {
        Issue.record("tanh \(x) is \(value)")
        return
      }
    }
    #expect(worst <= 1.99, "at \(place)")
    for bits in stride(from: UInt32(0), to: Float(0x1p-13).bitPattern, by: 9_973) {
      let x = Float(bitPattern: bits)
      #expect(abs(Elementary.tanh(x) - x) <= x.ulp && Elementary.tanh(-x) == -Elementary.tanh(x))
    }
    #expect([10, 1e10, .greatestFiniteMagnitude, .infinity].allSatisfy { Elementary.tanh($0) == 1 })
  }

  /// Every float between −104, below which it is 0, and 20, above which it is 1: within its error, and never below the float before.
  @Test func sigmoidNeverFallsAndErrsByLessThanTwoUnits() {
    var (worst, place) = (0.0, Float(0))
    for sign in [UInt32(0x8000_0000), 0] {
      let end = Float(sign == 0 ? 20 : 106)
      for bits in stride(from: Float(0x1p-26).bitPattern, to: end.bitPattern, by: Int(Self.pace)) {
        let x = Float(bitPattern: bits | sign)
        let value = Elementary.sigmoid(x)
        let error = Self.error(of: value, beside: 1 / (1 + Foundation.exp(-Double(x))))
        if error > worst { (worst, place) = (error, x) }
        if value > 1 || value < Elementary.sigmoid(x.nextDown) {
          Issue.record("sigmoid \(x) is \(value)")
          return
        }
      }
    }
    #expect(worst <= 1.75, "at \(place)")
    #expect(Elementary.sigmoid(0) == 0.5 && Elementary.sigmoid(-0x1p-30) == 0.5)
    #expect([20, 1e10, .infinity].allSatisfy { Elementary.sigmoid($0) == 1 && Elementary.sigmoid(-$0 * 10) == 0 })
  }

  /// The tail of the normal distribution keeps its digits, which ½(1 + erf) loses.
  @Test func theNormalShareKeepsItsTail() {
    var worst = 0.0
    for step in 0..<200_000 {
      let z = Float(-12.5 + 20 * Double(step) / 200_000)
      let exact = 0.5 * Foundation.erfc(-Double(z) / 2.0.squareRoot())
      worst = max(worst, Self.error(of: Elementary.normalShare(z), beside: exact))
    }
    #expect(worst <= 7)
    #expect(Elementary.normalShare(-.infinity) == 0 && Elementary.normalShare(.infinity) == 1)
    #expect(Elementary.normalShare(0) == 0.5 && Elementary.normalShare(.nan).isNaN)
  }

  private static func error(of value: Float, beside exact: Double) -> Double {
    let rounded = Float(exact)
    if exact.isNaN { return value.isNaN ? 0 : .infinity }
    if rounded.isInfinite || value.isInfinite { return value == rounded ? 0 : .infinity }
    return abs(Double(value) - exact) / Double(abs(rounded).ulp)
  }
}

/// Every vector width gives the same bits, element by element those of the single function.
@Suite struct WidthTests {
  static let sets: [Int] = Array((0..<8).prefix { kernels_at($0) != nil })
  static let functions: [(kernel_function, @Sendable (Float) -> Float)] = [
    (KERNEL_TANH, Elementary.tanh), (KERNEL_SIGMOID, Elementary.sigmoid), (KERNEL_EXP, Elementary.exp),
    (KERNEL_LOG, Elementary.log), (KERNEL_LOG1P, Elementary.log1p), (KERNEL_ERF, Elementary.erf),
  ]

  @Test(arguments: sets) func functionsEqualTheSingleOnes(set: Int) {
    let kernels = kernels_at(set)!.pointee
    let x = stride(from: UInt32(0), to: UInt32.max - 900_001, by: 900_001).map { Float(bitPattern: $0) }
      .filter { !$0.isNaN }
    for (code, function) in Self.functions {
      var results = x
      kernels.apply(code, x, &results, x.count)
      #expect(results.map(\.bitPattern) == x.map { function($0) }.map(\.bitPattern), "function \(code.rawValue)")
    }
  }

  @Test(arguments: sets, [1, 3, 4, 5, 8, 13, 16, 31, 40])
  func productsEqualThePlainLoop(set: Int, columns: Int) {
    let kernels = kernels_at(set)!.pointee
    var stream = RandomStream(seed: 9, purpose: .data)
    let (rows, terms) = (6, 11)
    let a = (0..<rows * terms).map { _ in stream.uniform(-1, 1) }
    let b = (0..<terms * columns).map { _ in stream.uniform(-1, 1) }
    var c = [Float](repeating: 0, count: rows * columns)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          var product = kernel_product(
            rows: rows, terms: terms, columns: columns, a: a.baseAddress!, a_row: terms, a_term: 1,
            b: b.baseAddress!, b_term: columns, column_start: nil, row_start: nil, scale: 0.3, c: c.baseAddress!,
            c_row: columns)
          kernels.multiply(&product)
        }
      }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = 0
        for term in 0..<terms { sum += a[row * terms + term] * b[term * columns + column] }
        #expect(c[row * columns + column] == sum * 0.3)
      }
    }
  }
}
