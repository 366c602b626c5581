import NeuralNetwork

extension Glossary {
  /// The optimizer, one for each rule, and their constants.
  static let optimizers: [Term] = [
    Term(
      "optimizer", ["learning rule", "training algorithm"],
      "The rule that makes a step of the weights out of the gradient.",
      formula: "Δw = step(g, memory)", lesson: "12-optimizers", of: .setting("optimizer.name")),
    Term(
      "sgd", ["plain gradient descent", "vanilla gradient descent"],
      "The plain rule: a step against the gradient of the batch, times η.", formula: "w ← w − η·g",
      lesson: "12-optimizers",
      of: .optimizer(.sgd)),
    Term(
      "momentum", ["μ", "velocity", "heavy ball"],
      "Steps build up speed like a ball that rolls: a share μ of the velocity is kept, so that ravines are run through and noise evens out.",
      formula: "v ← μ·v + g;  w ← w − η·v", lesson: "12-optimizers",
      of: .optimizer(.momentum), .setting("optimizer.momentum")),
    Term(
      "nesterov", ["Nesterov momentum", "look-ahead momentum"],
      "Momentum that looks where its velocity is about to lead, and so brakes earlier.",
      formula: "v ← μ·v + g;  w ← w − η·(g + μ·v)", lesson: "race", of: .optimizer(.nesterov)),
    Term(
      "averaged", ["averaged gradient descent", "Polyak averaging"],
      "Plain steps with the running mean of all weights beside them: the mean lies in the middle of the noise.",
      formula: "⟨w⟩ ← ⟨w⟩ + (w − ⟨w⟩)/t", lesson: "12-optimizers", of: .optimizer(.averaged)),
    Term(
      "implicit", ["implicit gradient descent", "proximal step"],
      "Takes the gradient at the place where the step ends, found by iteration: steady even at large rates.",
      formula: "w′ = w − η·g(w′)", lesson: "12-optimizers", of: .optimizer(.implicit)),
    Term(
      "adagrad", ["adaptive gradient"],
      "Divides each weight's step by the root of all its squared gradients so far: rare inputs get longer steps, and all become shorter.",
      formula: "s ← s + g²;  w ← w − η·g/(√s + ε)", lesson: "12-optimizers", of: .optimizer(.adagrad)),
    Term(
      "rmsprop", ["RMSProp", "root mean square propagation"],
      "As adagrad, but with a mean of the squares that forgets, so that steps do not die out.",
      formula: "s ← 0.99·s + 0.01·g²;  w ← w − η·g/(√s + ε)", lesson: "12-optimizers", of: .optimizer(.rmsprop)),
    Term(
      "adadelta", [], "As rmsprop, with steps measured by the mean of the steps before, in the unit of the weights.",
      formula: "Δ = g·√(u + ε)/√(s + ε);  w ← w − η·Δ", of: .optimizer(.adadelta)),
    Term(
      "adam", ["Adam", "adaptive moments"],
      "Momentum and rmsprop together: the mean gradient over the root of the mean square, both corrected for their start at 0.",
      formula: "w ← w − η·m′/(√v′ + ε)", lesson: "12-optimizers", of: .optimizer(.adam)),
    Term(
      "adamw", ["AdamW"], "Adam with weight decay of its own, beside the gradient.",
      formula: "w ← w − η·decay·w − η·m′/(√v′ + ε)", of: .optimizer(.adamw)),
    Term(
      "nadam", ["Nadam"], "Adam whose mean gradient looks ahead as Nesterov's does.",
      formula: "w ← w − η·(μ·m′ + (1 − μ)·g′)/(√v′ + ε)", of: .optimizer(.nadam)),
    Term(
      "perceptron", ["perceptron rule", "Rosenblatt's rule"],
      "Trains a single threshold unit: weights move by the inputs wherever the answer is wrong.",
      formula: "w ← w − η·(a − y)·x", lesson: "03-gates", of: .optimizer(.perceptron)),
    Term(
      "random-search", ["random search", "guessing", "trial and error", "hill climbing"],
      "Moves every weight by chance and keeps the move where the cost falls. It needs no gradient, and far more tries.",
      formula: "w ← w + η·chance, if C falls", lesson: "random-search", of: .optimizer(.randomSearch)),
    Term(
      "mean decay", ["β₁", "beta1"], "The share of the mean gradient that adam keeps from step to step.",
      formula: "m ← β₁·m + (1 − β₁)·g", of: .setting("optimizer.beta1")),
    Term(
      "square decay", ["β₂", "beta2"], "The share of the mean square gradient that adam keeps from step to step.",
      formula: "v ← β₂·v + (1 − β₂)·g²", of: .setting("optimizer.beta2")),
    Term(
      "root's addend", ["ε", "epsilon"], "A small number added to a root, so that nothing is divided by 0.",
      formula: "g/(√v + ε)", of: .setting("optimizer.epsilon")),
  ]

  /// How weights begin.
  static let initialWeights: [Term] = [
    Term(
      "initial weights", ["initialization", "initializer", "weight initialization"],
      "The numbers that training begins with: drawn by chance so that units differ, and of a size at which sums neither vanish nor saturate.",
      lesson: "13-flat", of: .setting("network.initializer")),
    Term(
      "symmetry", ["symmetry breaking", "alike units"],
      "Units that begin alike get the same gradients and stay alike for ever. Chance in the initial weights breaks it.",
      lesson: "13-flat"),
    Term(
      "uniform", ["uniform weights"], "Initial weights drawn evenly between −0.5 and 0.5, biases 0.1.",
      formula: "w ~ U(−0.5, 0.5)", of: .initializer(.uniform)),
    Term(
      "small-normal", ["small normal weights"], "Initial weights from a narrow normal distribution.",
      formula: "w ~ N(0, 0.01²)", lesson: "13-flat", of: .initializer(.smallNormal)),
    Term(
      "lecun", ["LeCun initialization"],
      "Initial weights whose sums have variance 1 for standardized inputs (LeCun et al. 1998).",
      formula: "w ~ N(0, 1/inputs)", of: .initializer(.lecun)),
    Term(
      "glorot", ["Xavier", "Glorot initialization"],
      "Initial weights that keep the size of sums on the way forward and of errors on the way back (Glorot and Bengio 2010).",
      formula: "w ~ U(±√(6/(inputs + units)))", lesson: "13-flat", of: .initializer(.glorot)),
    Term(
      "he", ["He initialization", "Kaiming"],
      "Initial weights for rectifiers, which let half of their sums through (He et al. 2015).",
      formula: "w ~ N(0, 2/inputs)", of: .initializer(.he)),
    Term(
      "zeros", ["zero weights"], "All weights 0: every unit is like every other, and stays so.", formula: "w = 0",
      lesson: "13-flat", of: .initializer(.zeros)),
  ]
}
