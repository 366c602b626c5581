import Foundation
import LinearAlgebra
import Testing

struct PreciseElementaryTests {
  private static let points = stride(from: -30.0, through: 30, by: 0.37).map { $0 }

  @Test(arguments: points)
  func agreesWithTheSystem(_ x: Double) {
    #expect(abs(PreciseElementary.exp(x) / exp(x) - 1) < 1e-15)
    #expect(abs(PreciseElementary.sin(x) - sin(x)) < 1e-15)
    #expect(abs(PreciseElementary.cos(x) - cos(x)) < 1e-15)
    #expect(abs(PreciseElementary.tanh(x) - tanh(x)) < 1e-15)
    #expect(abs(PreciseElementary.erf(x) - erf(x)) < 1e-14)
    #expect(abs(PreciseElementary.sigmoid(x) - 1 / (1 + exp(-x))) < 1e-15)
    #expect(abs(PreciseElementary.softplus(x) - (max(x, 0) + log1p(exp(-abs(x))))) < 1e-14)
  }

  @Test(arguments: [1e-300, 1e-9, 0.3, 0.7071, 0.99999999, 1, 1.00000001, 1.5, 2, 10, 1e9, 1e300])
  func logarithm(_ x: Double) {
    #expect(abs(PreciseElementary.log(x) - log(x)) <= 2e-16 * max(1, abs(log(x))))
  }

  @Test func edges() {
    #expect(PreciseElementary.log(0) == -.infinity && PreciseElementary.log(.infinity) == .infinity)
    #expect(PreciseElementary.log(-1).isNaN && PreciseElementary.log(.nan).isNaN)
    #expect(PreciseElementary.exp(1000) == .infinity && PreciseElementary.exp(-1000) == 0)
    #expect(PreciseElementary.erf(10) == 1 && PreciseElementary.erf(-10) == -1)
  }
}
