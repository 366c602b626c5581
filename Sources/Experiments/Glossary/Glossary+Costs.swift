import NeuralNetwork

extension Glossary {
  /// The cost, and one for each rule of it with the engine's own formula.
  static let costs: [Term] = [
    Term(
      "cost", ["C", "loss", "error", "objective", "cost function", "error function"],
      "How wrong the network is, as one number: 0 where every answer is its target. Training makes it small.",
      formula: "C = mean over the samples of cost(a, y)", lesson: "05-cost", of: .setting("cost"), .panel(.loss)),
    Term(
      "target", ["y", "label", "truth", "desired output"],
      "What the network should answer to a sample.", lesson: "05-cost", of: .setting("data.label")),
    term(
      .quadratic, ["squared error", "mean squared error", "MSE"],
      "Half the square of the miss: twice as far off costs four times as much.", "05-cost"),
    term(
      .crossEntropy, ["log loss", "negative log likelihood"],
      "The surprise at the target, where outputs are probabilities. With sigmoid or softmax its δ is a − y: it learns fast even where it is badly wrong.",
      "15-costs"
    ),
    term(.exponential, ["exponential cost"], "The exponential of the squared miss: large misses cost enormously."),
    term(
      .hellinger, ["Hellinger distance"],
      "The squared distance between the roots of output and target, for outputs above 0."),
    term(
      .klDivergence, ["Kullback-Leibler divergence", "relative entropy"],
      "What is lost by taking the outputs for the target's distribution; 0 where they agree."),
    term(
      .generalizedKL, ["generalized Kullback-Leibler divergence"],
      "The KL divergence for positive numbers that need not sum to 1."),
    term(
      .itakuraSaito, ["Itakura-Saito distance"],
      "Compares output and target by their ratio, so that small and large numbers count alike."),
    term(
      .absolute, ["L1 loss", "absolute error"], "The size of the miss: one far outlier does not outweigh all others."),
    term(
      .huber, ["Huber loss", "smooth L1"],
      "Quadratic for misses up to 1 and absolute beyond: exact near the target, calm at outliers."),
    term(
      .hinge, ["hinge loss", "margin loss"],
      "Costs nothing once the answer has the sign of its target ±1 and is at least 1 in size."),
  ]

  private static func term(
    _ cost: Cost, _ others: [String], _ meaning: String, _ lesson: String? = nil
  ) -> Term {
    let output: Activation = cost.outputs.contains(.linear) ? .linear : cost.outputs[0]
    return Term(
      cost.rawValue, others, meaning, formula: "C = \(cost.formula(output: output))", lesson: lesson, of: .cost(cost))
  }
}
