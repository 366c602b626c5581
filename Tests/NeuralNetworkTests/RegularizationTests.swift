import LinearAlgebra
import NeuralNetwork
import Testing

/// The penalties by their definitions: of weights alone, and their gradients.
struct RegularizationTests {
  private let parameters = Parameters(
    layout: Parameters.Layout(sizes: [2, 2, 1]), values: [0.5, -0.25, 0, 2, 7, -7, 1.5, -4, 9])

  @Test func valuesAreThoseOfTheFormulas() {
    // Σ|w| = 0.5 + 0.25 + 0 + 2 + 1.5 + 4; ½Σw² = ½(0.25 + 0.0625 + 4 + 2.25 + 16).
    #expect(Regularization(.l1, rate: 0.1).penalty(at: parameters) == Float(0.1) * 8.25)
    #expect(Regularization(.l2, rate: 0.5).penalty(at: parameters) == Float(0.5) * 11.28125)
    #expect(Regularization(.none, rate: 3).penalty(at: parameters) == 0)
  }

  @Test func gradientsAreThoseOfTheFormulas() {
    let zero = Parameters(layout: parameters.layout)
    for (kind, expected) in [
      (Regularization.Kind.none, [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      (.l1, [0.5, -0.5, 0, 0.5, 0, 0, 0.5, -0.5, 0]),
      (.l2, [0.25, -0.125, 0, 1, 0, 0, 0.75, -2, 0]),
    ] as [(Regularization.Kind, [Float])] {
      var gradient = zero
      Regularization(kind, rate: 0.5).addGradient(at: parameters, to: &gradient)
      #expect(gradient.values == expected, "\(kind)")
    }
  }
}
