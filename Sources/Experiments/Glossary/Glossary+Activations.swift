import NeuralNetwork

extension Glossary {
  /// One for each activation function, with the engine's own formula.
  static let activations: [Term] = [
    term(
      .threshold, ["step function", "Heaviside function", "all or none"],
      "Says 1 from a sum of 0 on, else 0. Its slope is 0 everywhere, so no gradient can train it."),
    term(
      .sigmoid, ["σ of z", "logistic function", "S-curve"],
      "Bends any sum smoothly into 0…1, so that it can be read as a probability. Its slope is at most ¼."),
    term(
      .tanh, ["hyperbolic tangent"],
      "Bends any sum smoothly into −1…1, around 0. Its slope is at most 1, which hands more error back than the sigmoid's."
    ),
    term(
      .rectifier, ["ReLU", "relu", "rectified linear unit", "ramp"],
      "Lets a positive sum through and answers 0 to a negative one. Its slope is 1 or 0: it does not saturate, but it can die."
    ),
    term(.linear, ["identity", "no activation"], "Passes the sum on as it is: for outputs that may be any number."),
    term(
      .leakyRectifier, ["leaky rectifier", "leaky ReLU"],
      "A rectifier that lets a hundredth of a negative sum through, so that it never dies."),
    term(
      .elu, ["exponential linear unit", "ELU"],
      "Like a rectifier, but bends smoothly to −1 below 0, so that its mean answer is nearer 0."),
    term(.softplus, ["smooth rectifier"], "A rectifier with its corner rounded; its slope is the sigmoid."),
    term(
      .gelu, ["GELU", "Gaussian error linear unit"],
      "The sum times the chance that a normal number is below it: a smooth rectifier that dips a little below 0."),
    term(.silu, ["SiLU", "swish"], "The sum times its own sigmoid: a smooth rectifier that dips a little below 0."),
    term(
      .scaledTanh, ["LeCun's tanh", "scaled tanh"],
      "A tanh stretched so that targets of ±1 lie where it is still steep (LeCun et al. 1998)."),
    term(
      .softmax, ["normalized exponential"],
      "Makes the sums of all outputs into shares of 1: one probability for each class. The largest sum gets the largest share."
    ),
  ]

  private static func term(_ activation: Activation, _ others: [String], _ meaning: String) -> Term {
    Term(
      activation.rawValue, others, meaning, formula: "a = \(activation.formula)", lesson: "02-activations",
      of: .activation(activation))
  }
}
